using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>An entity as the code shows it: conventions, attributes and fluent configuration.</summary>
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

    internal List<IReadOnlyList<string>> IndexList { get; } = [];

    internal HashSet<string> SearchColumnSet { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> AutoIncludedSet { get; } = new(StringComparer.Ordinal);

    internal List<IReadOnlySet<string>> KeySets { get; } = [];

    internal HashSet<string> ForeignKeyColumns { get; } = new(StringComparer.Ordinal);
}
