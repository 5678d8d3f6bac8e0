namespace ScaleFitness.Model.Composition;

/// <summary>The clients that <c>IHttpClientFactory</c> hands out.</summary>
public sealed record ComposedHttp
{
    /// <summary>Every client with a name that somebody configures, by name.</summary>
    public IReadOnlyList<ComposedHttpClient> Clients { get; init; } = [];

    /// <summary>What a name gets that nobody configures.</summary>
    public ComposedHttpClient? Others { get; init; }
}

/// <summary>One client of the factory, with what requests really pass through.</summary>
public sealed record ComposedHttpClient
{
    /// <summary>Its name; empty for the default.</summary>
    public string Name { get; init; } = "";

    /// <summary>The type that is made with it, or null for a named client.</summary>
    public HostType? Type { get; init; }

    /// <summary>Seconds until <c>HttpClient.Timeout</c>; null for none.</summary>
    public double? TimeoutSeconds { get; init; }

    /// <summary>Handlers from the outside in, without those of the factory and without the last, which sends.</summary>
    public IReadOnlyList<ComposedHandler> Handlers { get; init; } = [];

    /// <summary>The handler that sends.</summary>
    public HostType? Primary { get; init; }

    /// <summary>How many connections it opens to one server; null where it cannot be told.</summary>
    public int? MaxConnectionsPerServer { get; init; }

    /// <summary>Seconds after which a connection is renewed; null for never, or where it cannot be told.</summary>
    public double? PooledConnectionLifetimeSeconds { get; init; }

    /// <summary>Seconds that connecting may take; null for any, or where it cannot be told.</summary>
    public double? ConnectTimeoutSeconds { get; init; }

    /// <summary>Seconds after which the factory makes new handlers; null for never.</summary>
    public double? HandlerLifetimeSeconds { get; init; }
}

/// <summary>A handler that requests pass through.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Strategies">What it does for resilience, from the outside in.</param>
public sealed record ComposedHandler(HostType Type, IReadOnlyList<ResilienceStrategy> Strategies);

/// <summary>A way to live with a slow or failing neighbour.</summary>
public enum ResilienceStrategy
{
    /// <summary>Tries again.</summary>
    Retry,

    /// <summary>Stops sending to who is down.</summary>
    CircuitBreaker,

    /// <summary>Gives up after a time.</summary>
    Timeout,

    /// <summary>Sends a second request when the first is slow.</summary>
    Hedging,

    /// <summary>Lets only so many through at a time.</summary>
    Limit,

    /// <summary>Answers in place of who fails.</summary>
    Fallback,
}
