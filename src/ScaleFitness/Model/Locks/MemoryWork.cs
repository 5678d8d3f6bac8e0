using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Locks;

/// <summary>Tells work that only touches memory, and little of it, from the rest: looks into the app's own functions, and knows a few of the framework's namespaces.</summary>
internal sealed class MemoryWork(CodeModel code, Dispatch dispatch, EffectReader effects)
{
    private const int Depth = 4;

    private static readonly string[] Namespaces =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.Collections.Concurrent", "System.Collections.Immutable", "System.Collections.Frozen", "System.Collections.ObjectModel",
        "System.Linq", "System.Text", "System.Threading", "System.Diagnostics", "System.Runtime.CompilerServices", "System.Globalization", "System.Numerics",
        "Microsoft.Extensions.Caching.Memory", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Primitives",
    ];

    /// <summary>Whether the section only touches memory.</summary>
    public bool IsAll(CriticalSection section) => section.Awaits.Count == 0 && section.Calls.All(c => Is(c, Depth));

    private bool Is(Call call, int depth)
    {
        if (effects.Of(call) is not null || IsWait(call))
            return false;
        var targets = dispatch.Targets(call);
        if (targets.Count > 0)
            return depth > 0 && targets.All(t => IsBrief(t, depth - 1));
        if (code.Program.Find(call.Method) is { DeclaringType.IsExternal: false } own)
            return IsAccessor(call) || own.IsConstructor;
        if (call.Arguments.SelectMany(Dispatch.FunctionsOf).Any(f => !IsBrief(f, depth - 1)))
            return false;
        // A delegate that somebody gave: it does whatever it likes.
        if (call.Method.Name == "Invoke" && call.Receiver is { } invoked && !ValueWalk.Origins(invoked).Any(o => o is FunctionValue))
            return false;
        return call.IsConstruction || IsAccessor(call) || Namespaces.Contains(call.Method.DeclaringType.Namespace);
    }

    private bool IsBrief(SourceFunction function, int depth)
    {
        var body = code.BodyOf(function);
        return depth >= 0 && !function.IsAsync && body.LoopExits.Count == 0 && body.Calls.All(c => Is(c, depth));
    }

    private static bool IsWait(Call call) =>
        call.Method.DeclaringType.FullName is "System.Threading.Thread" && call.Method.Name is "Sleep" or "Join"
        || call.Method.DeclaringType.Namespace == "System.Threading" && call.Method.Name is "SpinWait" or "SpinUntil" or "WaitOne" or "Wait"
        || call.Method.DeclaringType.FullName == "System.Threading.Monitor" && call.Method.Name == "Wait";

    private static bool IsAccessor(Call call) =>
        call.Method.Name.StartsWith("get_", StringComparison.Ordinal) || call.Method.Name.StartsWith("set_", StringComparison.Ordinal) || call.Method.Name.StartsWith("op_", StringComparison.Ordinal);
}
