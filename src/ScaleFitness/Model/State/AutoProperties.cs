using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Assignments to auto-properties: calls of a setter that the compiler wrote, which nobody looks into.</summary>
internal static class AutoProperties
{
    /// <summary>The field that the call sets, or null where it calls no such setter.</summary>
    public static FieldDefinition? Set(Call call, CompiledProgram program) =>
        call.Method.Name.StartsWith("set_", StringComparison.Ordinal) && call.Arguments.Count == 1 && !IsNew(call.Receiver) && program.Find(call.Method) is { DeclaringType.IsExternal: false } setter && setter.Traits.HasFlag(MethodTraits.CompilerGenerated)
            ? setter.DeclaringType.Fields.FirstOrDefault(f => f.Property?.Setter == setter)
            : null;

    /// <summary>An object made just now, by an initialiser or <c>with</c>, is nobody else's yet.</summary>
    public static bool IsNew(Value? receiver) =>
        receiver is not null && ValueWalk.Origins(receiver).All(o => o is NewValue or CallValue { Call.Method.Name: "<Clone>$" });

    /// <summary>Whether the property was seen to be null or false where its setter is called.</summary>
    public static bool IsUnset(Call setter, FieldDefinition field) =>
        setter.Conditions.Any(t => !t.IsTrue && (t.Value is CallValue { Call.Method: { } getter } && getter.Name == field.Property!.Getter?.Name && getter.DeclaringType.FullName == field.DeclaringType.Reference.FullName
            || t.Value is FieldValue read && read.Definition == field));
}
