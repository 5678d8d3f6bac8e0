namespace ScaleFitness.Model.Composition;

/// <summary>One endpoint of the host.</summary>
public sealed record ComposedEndpoint
{
    /// <summary>As the framework names it: <c>HTTP: GET /orders</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The route pattern as written, with prefixes; null where the endpoint has none.</summary>
    public string? Route { get; init; }

    /// <summary>The verbs it answers; empty for any.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>The action or delegate, or null where only the framework's code answers.</summary>
    public HostMethod? Handler { get; init; }

    /// <summary>The hub, page or service, or null.</summary>
    public HostType? Type { get; init; }

    /// <summary>Types of its metadata, in order.</summary>
    public IReadOnlyList<HostType> Metadata { get; init; } = [];

    /// <summary>The rate-limiting policy it names; empty for one that has no name, null where there is none.</summary>
    public string? LimitPolicy { get; init; }

    /// <summary>The limiter that it carries itself, or null.</summary>
    public ComposedLimiter? Limiter { get; init; }

    /// <summary>Whether rate limiting is switched off for it.</summary>
    public bool IsLimitDisabled { get; init; }

    /// <summary>Whether callers must be known.</summary>
    public bool RequiresAuthorization { get; init; }

    /// <summary>The time-out policy it names; empty for a time-out of its own, null where there is none.</summary>
    public string? TimeoutPolicy { get; init; }

    /// <summary>Whether time-outs are switched off for it.</summary>
    public bool IsTimeoutDisabled { get; init; }
}
