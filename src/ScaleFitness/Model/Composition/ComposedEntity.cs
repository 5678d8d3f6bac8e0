namespace ScaleFitness.Model.Composition;

/// <summary>An entity type of a context's model. Columns are named by their properties, as queries name them.</summary>
public sealed record ComposedEntity
{
    /// <summary>Its class.</summary>
    public HostType Type { get; init; } = new("", "", "", []);

    /// <summary>The table, or null where it has none of its own.</summary>
    public string? Table { get; init; }

    /// <summary>The table's schema, or null for the default.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether its rows belong to another entity's.</summary>
    public bool IsOwned { get; init; }

    /// <summary>Whether the model brings rows for it along.</summary>
    public bool IsSeeded { get; init; }

    /// <summary>Its properties that are stored, by name.</summary>
    public IReadOnlyList<ComposedColumn> Columns { get; init; } = [];

    /// <summary>Keys: the primary one first.</summary>
    public IReadOnlyList<ComposedKey> Keys { get; init; } = [];

    /// <summary>Indexes, those that EF Core makes for foreign keys included.</summary>
    public IReadOnlyList<ComposedIndex> Indexes { get; init; } = [];

    /// <summary>Foreign keys.</summary>
    public IReadOnlyList<ComposedForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Navigations to other entities that every query brings along: auto-included and owned ones.</summary>
    public IReadOnlyList<ComposedNavigation> AutoIncluded { get; init; } = [];

    /// <summary>Filters that every query gets.</summary>
    public IReadOnlyList<ComposedFilter> Filters { get; init; } = [];

    /// <summary>Properties that make up the partition key, in order; empty where the store has none.</summary>
    public IReadOnlyList<string> PartitionKey { get; init; } = [];
}

/// <summary>A property that is stored.</summary>
/// <param name="Name">The property's name; one that only the model has ("shadow") included.</param>
/// <param name="Column">The column's name, or null.</param>
/// <param name="Type">The property's type.</param>
/// <param name="MaxLength">The greatest length of a text, or null.</param>
/// <param name="IsConcurrencyToken">Whether an update notices that somebody else changed it.</param>
/// <param name="IsComputed">Whether the database computes it.</param>
/// <param name="Generated">When the store or EF Core generates its value: <c>Never</c>, <c>OnAdd</c> …</param>
public sealed record ComposedColumn(string Name, string? Column, HostType Type, int? MaxLength, bool IsConcurrencyToken, bool IsComputed, string Generated);

/// <summary>A key.</summary>
/// <param name="Columns">Its properties in order.</param>
/// <param name="IsPrimary">Whether it is the primary one.</param>
public sealed record ComposedKey(IReadOnlyList<string> Columns, bool IsPrimary);

/// <summary>An index.</summary>
/// <param name="Columns">Its properties in order.</param>
/// <param name="IsUnique">Whether it refuses a second row.</param>
/// <param name="Filter">The condition on the rows that it has, or null for all.</param>
/// <param name="Method">The kind of index where it is not the ordinary one (<c>gin</c>), or null.</param>
public sealed record ComposedIndex(IReadOnlyList<string> Columns, bool IsUnique, string? Filter, string? Method);

/// <summary>A foreign key.</summary>
/// <param name="Columns">Its properties in order.</param>
/// <param name="Principal">The entity it points to.</param>
/// <param name="Navigation">The navigation to that entity, or null.</param>
public sealed record ComposedForeignKey(IReadOnlyList<string> Columns, HostType Principal, string? Navigation);

/// <summary>A navigation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">Where it leads to.</param>
/// <param name="IsCollection">Whether it leads to many rows.</param>
/// <param name="IsInRow">Whether the target is stored in the entity's own row.</param>
public sealed record ComposedNavigation(string Name, HostType Target, bool IsCollection, bool IsInRow);
