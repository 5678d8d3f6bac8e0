using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Keys of which the program itself has only so many.</summary>
public static class BoundedKeys
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.Type", "System.Boolean", "System.Char", "System.Byte", "System.SByte", "System.Delegate", "System.MulticastDelegate", "System.Reflection.Assembly", "System.Reflection.Module",
        "System.RuntimeTypeHandle", "System.Reflection.TypeInfo",
    };

    /// <summary>Whether the program bounds how many keys of the type there are.</summary>
    public static bool IsBounded(TypeRef type, CompiledProgram program)
    {
        if (type.Kind != TypeKind.Named)
            return false;
        if (Types.Contains(type.FullName) || (type.Namespace == "System.Reflection" && type.Name.EndsWith("Info", StringComparison.Ordinal)))
            return true;
        if (type.FullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || type.FullName.StartsWith("System.Tuple`", StringComparison.Ordinal) || type.FullName == "System.Nullable`1")
            return type.Arguments.All(a => IsBounded(a, program));
        return program.Find(type) is { } definition && (definition.Traits & (TypeTraits.Enum | TypeTraits.Delegate)) != 0;
    }

    /// <summary>Whether a key is written down in the code: a constant, <c>typeof</c>, or a choice of such.</summary>
    public static bool IsConstant(Value? key) =>
        key is not null && ValueWalk.Origins(key).All(o => o is ConstantValue { Constant: not null } or SymbolValue or CallValue { Call.Method.Name: "GetTypeFromHandle" }
            || o is FieldValue { Definition: { IsStatic: true, IsReadOnly: true } field } && field.Type.Is("System.String"));
}
