using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>Rows as objects of a class of the app, whose properties are the columns.</summary>
internal sealed class ObjectRows : IRowKind
{
    private readonly CompiledProgram _program;
    private readonly string _row;
    private readonly HashSet<string> _types;
    private readonly HashSet<string> _columns;

    public ObjectRows(CompiledProgram program, TypeRef row, IEnumerable<string> columns)
    {
        _program = program;
        _row = row.FullName;
        _types = program.SelfAndBases(row).Where(t => !t.Is("System.Object")).Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);
        _columns = columns.ToHashSet(StringComparer.Ordinal);
    }

    // What a type parameter stands for may be anything.
    public bool Holds(TypeRef? type) =>
        type is not null && (type.Kind is TypeKind.TypeParameter or TypeKind.MethodTypeParameter || _types.Contains(type.FullName) || Holds(type.Element) || type.Arguments.Any(Holds));

    public string? ColumnReadBy(Call call) => call.Arguments.Count == 0 ? ColumnOf(call.Method) : null;

    // A getter that somebody wrote may read any number of columns: it is followed like a method.
    public string? ColumnOf(MethodRef getter) =>
        getter.Name.StartsWith("get_", StringComparison.Ordinal) && _columns.Contains(getter.Name[4..])
        && _program.Find(getter) is { } definition && (!definition.HasBody || definition.Traits.HasFlag(MethodTraits.CompilerGenerated)) && !IsComposed(getter.ReturnType)
            ? getter.Name[4..]
            : null;

    public bool Leads(Call call) => call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && call.Arguments.Count == 0 && call.Method.ReturnType.FullName == _row && _program.Find(call.Method) is not null;

    public bool ReadsNothing(Call call) => call.Method.Name == "GetType" && call.Arguments.Count == 0;

    /// <summary>Whether it is an object of the app's own, made of who knows how many columns.</summary>
    private bool IsComposed(TypeRef type) => _program.Find(type) is { IsExternal: false } own && (own.Traits & (TypeTraits.Enum | TypeTraits.ValueType)) == 0;
}
