using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>An entity: as its context's own model says, where the host was composed, or else as code shows it by conventions, attributes and fluent configuration.</summary>
public sealed class Entity
{
    internal Entity(TypeDefinition type) => Type = type;

    /// <summary>The entity's class.</summary>
    public TypeDefinition Type { get; }

    /// <summary>Such as <c>Order</c>.</summary>
    public string Name => Type.Reference.DisplayName;

    /// <summary>Sets of columns that identify one row: primary, alternate and unique keys.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Keys => KeySets;

    /// <summary>Columns that point to another entity.</summary>
    public IReadOnlySet<string> ForeignKeys => ForeignKeyColumns;

    /// <summary>Whether only the model's own seed data fills the table.</summary>
    public bool IsSeedOnly { get; internal set; }

    /// <summary>Whether its primary key is an enum: the program bounds it.</summary>
    public bool HasEnumKey { get; internal set; }

    /// <summary>Whether its rows have no key: EF Core never watches them for changes.</summary>
    public bool IsKeyless { get; internal set; }

    /// <summary>Columns in order of each key and index, those that EF Core makes for foreign keys included.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Indexes => IndexList;

    /// <summary>Columns, without what points to other rows.</summary>
    public IReadOnlyList<EntityColumn> Columns { get; internal set; } = [];

    /// <summary>Columns with an index that text is searched by (trigrams, full text), and columns that the database computes.</summary>
    public IReadOnlySet<string> SearchColumns => SearchColumnSet;

    /// <summary>Collections that every query brings along: auto-included ones, and owned ones in a table of their own. Ordered.</summary>
    public IReadOnlyCollection<string> AutoIncluded => AutoIncludedSet;

    /// <summary>Whether an update notices that somebody else was faster.</summary>
    public bool HasConcurrencyToken { get; internal set; }

    /// <summary>Whether a context's own model says all this; otherwise code does.</summary>
    public bool IsComposed { get; internal set; }

    /// <summary>Whether it lies in a store of documents, which indexes whatever it is told to elsewhere.</summary>
    public bool IsOfDocuments { get; internal set; }

    /// <summary>The table, with its schema where it has one; null where only the host would know.</summary>
    public string? Table { get; internal set; }

    /// <summary>Whether its contexts load included collections with a query each, as the host says.</summary>
    public bool IsSplit { get; internal set; }

    /// <summary>Whether its contexts load it without watching it for changes, as the host says.</summary>
    public bool IsUntracked { get; internal set; }

    /// <summary>The properties of its partition key, as the host says; empty where the store has none.</summary>
    public IReadOnlyList<string> PartitionKey { get; internal set; } = [];

    /// <summary>Filters that every query of it gets.</summary>
    public IReadOnlyList<EntityFilter> Filters => FilterList;

    internal List<EntityFilter> FilterList { get; } = [];

    internal List<IReadOnlyList<string>> IndexList { get; } = [];

    internal HashSet<string> SearchColumnSet { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> AutoIncludedSet { get; } = new(StringComparer.Ordinal);

    internal List<IReadOnlySet<string>> KeySets { get; } = [];

    internal HashSet<string> ForeignKeyColumns { get; } = new(StringComparer.Ordinal);
}
