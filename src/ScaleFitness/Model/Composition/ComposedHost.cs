namespace ScaleFitness.Model.Composition;

/// <summary>What the app's own host says of itself: composed as in production, asked, and never served.</summary>
public sealed record ComposedHost
{
    /// <summary>The environment it was composed for.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Whether the whole of start-up ran. Otherwise only the container is known for sure: no absence of an endpoint or middleware means anything.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Every registration, in the order of the container.</summary>
    public IReadOnlyList<ComposedService> Services { get; init; } = [];

    /// <summary>How the container makes the types that are registered, those that take something.</summary>
    public IReadOnlyList<ComposedConstruction> Constructions { get; init; } = [];

    /// <summary>The library of a container whose own registrations could not be read; null where the services are all there are.</summary>
    public string? UnreadContainer { get; init; }

    /// <summary>Simple name of the assembly whose entry point ran; empty where it is not known.</summary>
    public string App { get; init; } = "";

    /// <summary>Every endpoint.</summary>
    public IReadOnlyList<ComposedEndpoint> Endpoints { get; init; } = [];

    /// <summary>Middleware from the outside in; empty where it could not be followed.</summary>
    public IReadOnlyList<HostType> Middleware { get; init; } = [];

    /// <summary>Middleware of the pipeline and of its branches, which only some requests run through, in no order.</summary>
    public IReadOnlyList<HostType> AllMiddleware { get; init; } = [];

    /// <summary>The rate limiter; null where it could not be read.</summary>
    public ComposedRateLimits? RateLimits { get; init; }

    /// <summary>Time limits on requests; null where they could not be read.</summary>
    public ComposedTimeouts? Timeouts { get; init; }
    /// <summary>EF Core's contexts, in the order of the container; one that could not be asked is missing, and noted.</summary>
    public IReadOnlyList<ComposedContext> Contexts { get; init; } = [];
    /// <summary>What instances share; null where it was not asked.</summary>
    public ComposedSharing? Sharing { get; init; }

    /// <summary>The clients of <c>IHttpClientFactory</c>; null where there is no factory, or it was not asked.</summary>
    public ComposedHttp? Http { get; init; }

    /// <summary>The settings in force, by key.</summary>
    public IReadOnlyList<ComposedSetting> Settings { get; init; } = [];

    /// <summary>What could not be asked, a line each: an API that is gone, a service that would not be made.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
