namespace ScaleFitness.Model.Composition;

/// <summary>What stands behind the framework's services of which instances share the contents, or do not: types of the objects that the container hands out.</summary>
public sealed record ComposedSharing
{
    /// <summary>Behind <c>IDistributedCache</c>; null where there is none, or it would not be made.</summary>
    public HostType? DistributedCache { get; init; }

    /// <summary>Behind the session's store; null without session.</summary>
    public HostType? SessionStore { get; init; }

    /// <summary>Behind TempData; null without views.</summary>
    public HostType? TempData { get; init; }

    /// <summary>What carries messages of SignalR's hubs, an open type; null without SignalR.</summary>
    public HostType? HubLifetimeManager { get; init; }

    /// <summary>Behind the output cache; null without one.</summary>
    public HostType? OutputCacheStore { get; init; }

    /// <summary>Data Protection's keys; null where they could not be asked for, or nothing protects anything.</summary>
    public ComposedKeys? Keys { get; init; }

    /// <summary>The ways to sign in, in order; null where they could not be asked for.</summary>
    public IReadOnlyList<ComposedScheme>? Schemes { get; init; }

    /// <summary>The cache in memory; null without one.</summary>
    public ComposedMemoryCache? MemoryCache { get; init; }

    /// <summary>Quartz; null without it.</summary>
    public ComposedScheduler? Quartz { get; init; }
}

/// <summary>Where Data Protection keeps its keys.</summary>
/// <param name="Repository">The repository's type; null for the framework's choice, which is the machine's.</param>
/// <param name="IsNetworkFolder">Whether it is a folder of another machine.</param>
/// <param name="IsEphemeral">Whether keys live no longer than the process.</param>
/// <param name="HasOwnName">Whether the application has a name of its own, rather than its folder's.</param>
public sealed record ComposedKeys(HostType? Repository, bool IsNetworkFolder, bool IsEphemeral, bool HasOwnName);

/// <summary>A way to sign in.</summary>
/// <param name="Name">The scheme's name.</param>
/// <param name="Handler">Its handler's type.</param>
/// <param name="Kind">What it leaves with the client.</param>
public sealed record ComposedScheme(string Name, HostType? Handler, SchemeKind Kind);

/// <summary>What a way to sign in leaves with the client.</summary>
public enum SchemeKind
{
    /// <summary>Nothing that this app protects: a token of somebody else's, a certificate, or what is not known.</summary>
    Other,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>The state of a visit to another site.</summary>
    Remote,

    /// <summary>A token that this app protects.</summary>
    BearerToken,
}

/// <summary>The cache in memory.</summary>
/// <param name="Type">What stands behind <c>IMemoryCache</c>.</param>
/// <param name="SizeLimit">The sum of its entries' sizes that it refuses to grow over, or null.</param>
public sealed record ComposedMemoryCache(HostType Type, long? SizeLimit);

/// <summary>A scheduler.</summary>
/// <param name="Store">The name of its store's type; null for the one in memory.</param>
/// <param name="IsClustered">Whether instances share it.</param>
public sealed record ComposedScheduler(string? Store, bool IsClustered);
