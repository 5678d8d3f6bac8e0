using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>The methods that a function's body names, as the author wrote them: a gate before the body is analysed.</summary>
internal static class CalledMethods
{
    /// <summary>Whether the function names a method that a condition lets through.</summary>
    public static bool Any(SourceFunction function, CompiledProgram program, Func<MethodRef, bool> isWanted)
    {
        foreach (var mention in function.BodyMethod.Mentions)
            if (mention.Symbol is MethodRef method && isWanted(BaseAccess.Target(method, program)))
                return true;
        return false;
    }
}
