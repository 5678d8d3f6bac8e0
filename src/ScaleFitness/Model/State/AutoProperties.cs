using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Assignments to auto-properties: calls of a setter that the compiler wrote, which nobody looks into.</summary>
internal static class AutoProperties
{
    /// <summary>The field that the call sets, or null where it calls no such setter.</summary>
    public static FieldDefinition? Set(Call call, CompiledProgram program) =>
        call.Method.Name.StartsWith("set_", StringComparison.Ordinal) && call.Arguments.Count == 1 && program.Find(call.Method) is { DeclaringType.IsExternal: false } setter && setter.Traits.HasFlag(MethodTraits.CompilerGenerated)
            ? setter.DeclaringType.Fields.FirstOrDefault(f => f.Property?.Setter == setter)
            : null;

    /// <summary>Whether the property was seen to be null or false where its setter is called.</summary>
    public static bool IsUnset(Call setter, FieldDefinition field) =>
        setter.Conditions.Any(t => !t.IsTrue && (t.Value is CallValue { Call.Method: { } getter } && getter.Name == field.Property!.Getter?.Name && getter.DeclaringType.FullName == field.DeclaringType.Reference.FullName
            || t.Value is FieldValue read && read.Definition == field));
}
