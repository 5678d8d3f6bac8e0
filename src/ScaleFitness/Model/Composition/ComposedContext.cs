namespace ScaleFitness.Model.Composition;

/// <summary>One of the app's EF Core contexts, as its options and its model say; it was asked without connecting.</summary>
public sealed record ComposedContext
{
    /// <summary>The context's class.</summary>
    public HostType Type { get; init; } = new("", "", "", []);

    /// <summary>The provider's assembly: <c>Npgsql.EntityFrameworkCore.PostgreSQL</c>; null where none is set.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether it keeps its rows in tables.</summary>
    public bool IsRelational { get; init; }

    /// <summary>Whether its execution strategy tries again after transient failures.</summary>
    public bool Retries { get; init; }

    /// <summary>Seconds until a command is given up; zero is never; null where the provider's default holds.</summary>
    public int? CommandTimeout { get; init; }

    /// <summary>How many contexts are kept for reuse; null where contexts are not pooled.</summary>
    public int? PoolSize { get; init; }

    /// <summary>Whether included collections are loaded with a query each unless a query says otherwise.</summary>
    public bool SplitsQueries { get; init; }

    /// <summary>Whether entities are loaded without being watched for changes unless a query says otherwise.</summary>
    public bool IsUntracked { get; init; }

    /// <summary>The app's own class that says which contexts share a model; null where EF Core's does.</summary>
    public HostType? ModelCacheKeyFactory { get; init; }

    /// <summary>What its connection string says, without who connects; null where there is none.</summary>
    public ComposedConnection? Connection { get; init; }

    /// <summary>Its entities, by name.</summary>
    public IReadOnlyList<ComposedEntity> Entities { get; init; } = [];
}

/// <summary>What a connection string says that is no secret.</summary>
/// <param name="Pooling">Whether connections are pooled; null where it does not say, which is yes.</param>
/// <param name="MaxPoolSize">The most connections, or null.</param>
/// <param name="MinPoolSize">The fewest connections, or null.</param>
/// <param name="CommandTimeout">Seconds until a command is given up; zero is never; null where it does not say.</param>
/// <param name="IsLocal">Whether the server is the machine itself.</param>
/// <param name="Database">The database's name, or null.</param>
public sealed record ComposedConnection(bool? Pooling, int? MaxPoolSize, int? MinPoolSize, int? CommandTimeout, bool IsLocal, string? Database);
