using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Rows;

/// <summary>
/// Tells whether a row is so much more than the columns that are used that to load it matters. The threshold is ours:
/// of one or two columns out of eight or more at most a quarter of the row is used; of smaller rows what a projection
/// saves is less than what every row and round trip costs anyway. One long text or file outweighs all else.
/// </summary>
internal static class RowWidth
{
    /// <summary>Rows of fewer columns are small.</summary>
    public const int ManyColumns = 8;

    private static readonly string[] LongTexts = ["Body", "Content", "Contents", "Html", "Markdown", "Json", "Xml", "Payload"];

    /// <summary>What is no file although it is bytes.</summary>
    private static readonly string[] ShortBytes = ["Version", "Stamp", "Timestamp", "Hash", "Salt", "Token", "Checksum", "Key", "Signature"];

    /// <summary>The columns that EF Core maps by convention: properties that it can read and set.</summary>
    public static IReadOnlyList<EntityColumn> Columns(Entity entity, CompiledProgram program)
    {
        var settable = Columns(entity.Type, program).ToHashSet(StringComparer.Ordinal);
        return [.. entity.Columns.Where(c => settable.Contains(c.Name))];
    }

    /// <summary>Properties of a class that can be read and set.</summary>
    public static IEnumerable<string> Columns(TypeDefinition type, CompiledProgram program) =>
        EntityConventions.Properties(type, program).Where(p => p is { Getter.IsStatic: false, Setter: not null }).Select(p => p.Name).Distinct();

    /// <summary>Whether a class has no other property; that of a record which names its type is none of the author's.</summary>
    public static bool HasNoOther(TypeDefinition type, IReadOnlyList<string> columns, CompiledProgram program) =>
        EntityConventions.Properties(type, program).All(p => columns.Contains(p.Name) || p.Name == "EqualityContract");

    /// <summary>Whether a row of those columns is wide beside the ones that are used; who uses the long text has what is worth reading.</summary>
    public static bool IsWide(IReadOnlyList<EntityColumn> columns, IEnumerable<string> used) =>
        !columns.Any(c => used.Contains(c.Name) && IsLong(c)) && (columns.Count >= ManyColumns || columns.Any(IsLong));

    private static bool IsLong(EntityColumn column) =>
        column.MaxLength is null
        && (column.Type is { Kind: TypeKind.Array, Element: { } element } ? element.Is("System.Byte") && !EndsWith(column.Name, ShortBytes) : column.Type.Is("System.String") && (column.Name == "Text" || EndsWith(column.Name, LongTexts)));

    private static bool EndsWith(string name, string[] ends) => Array.Exists(ends, end => name.EndsWith(end, StringComparison.Ordinal));
}
