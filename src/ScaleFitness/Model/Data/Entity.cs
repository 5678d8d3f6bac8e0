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

    internal List<IReadOnlySet<string>> KeySets { get; } = [];

    internal HashSet<string> ForeignKeyColumns { get; } = new(StringComparer.Ordinal);
}
