using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>
/// Only a type's own methods may call <c>base.M()</c>; in a state machine or closure Roslyn goes through a method
/// <c>&lt;&gt;n__0</c> of the type that does nothing else. To the author it is the base's method that is called.
/// </summary>
internal static class BaseAccess
{
    /// <summary>The method that a call means.</summary>
    public static MethodRef Target(MethodRef method, CompiledProgram program)
    {
        if (!IsStub(method.Name) || method.GenericArity > 0)
            return method;
        if (program.Find(method) is not { } stub || !IsStub(stub) || stub.Body is not { } body)
            return method;
        var calls = body.Code.Where(i => i.Code == RawCode.Call).Select(i => i.Operand).OfType<MethodRef>().ToList();
        return calls is [var only] && only.Parameters.Length == method.Parameters.Length ? only : method;
    }

    /// <summary>Whether it may be such a method. A local function that only calls <c>base.M()</c> looks the same: the name breaks the tie.</summary>
    public static bool IsStub(MethodDefinition method) => method.Traits.HasFlag(MethodTraits.CompilerGenerated) && IsStub(method.Name);

    private static bool IsStub(string name) =>
        name.StartsWith("<>n__", StringComparison.Ordinal) || name.StartsWith("$VB$ClosureStub_", StringComparison.Ordinal);
}
