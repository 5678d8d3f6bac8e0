using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Tasks;

/// <summary>Finds work that is started and let go: given to the pool or a thread, a task that is dropped, <c>async void</c>.</summary>
internal sealed class StartedWorkReader(CodeModel code, Dispatch dispatch, CallGraph graph, EffectReader effects)
{
    public IEnumerable<StartedWork> In(SourceFunction function)
    {
        var body = code.BodyOf(function);
        TaskUses? uses = null;
        // A call runs what is in the call graph, or a lambda of the method: that is cheaper to ask than every call for its values.
        var mayRunVoid = graph.TargetsOf(function).Any(MayBeAsyncVoid) || function.Owner.Functions.Any(MayBeAsyncVoid);
        foreach (var call in body.Calls)
        {
            if (StarterName(call) is { } starter)
            {
                var way = call.Result.Type?.Namespace == "System.Threading.Tasks" ? (uses ??= new(body)).Of(call) : IsJoined(call, body) ? null : LettingGo.Queued;
                if (way is { } letGo)
                    yield return new(call, starter, letGo == LettingGo.Dropped ? LettingGo.Queued : letGo, Given(call));
            }
            else if (IsTask(call) && WorkOf(call) is { } work && (uses ??= new(body)).Of(call) is { } letGo)
                yield return new(call, call.Method.Name, letGo, work);
            else if (mayRunVoid && AsyncVoids(call) is { Count: > 0 } voids)
                yield return new(call, call.Method.Name, LettingGo.AsyncVoid, voids);
        }
    }

    private static string? StarterName(Call call) => (call.Method.DeclaringType.FullName, call.Method.Name) switch
    {
        (TaskSymbols.Task, "Run") => "Task.Run",
        (TaskSymbols.Factory, "StartNew") => "Task.Factory.StartNew",
        (TaskSymbols.ThreadPool, "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") => "ThreadPool.QueueUserWorkItem",
        (TaskSymbols.Thread, "Start" or "UnsafeStart") => "Thread.Start",
        _ => null,
    };

    private static bool IsTask(Call call) =>
        !call.IsConstruction && (call.Method.ReturnType.HasParameters || call.Method.ReturnType.Namespace == "System.Threading.Tasks") && call.Result.Type is { Namespace: "System.Threading.Tasks", Name: "Task" or "Task`1" or "ValueTask" or "ValueTask`1" };

    /// <summary>What a call does that returns a task: null where it does nothing to speak of, or nothing is known of it.</summary>
    private IReadOnlyList<SourceFunction>? WorkOf(Call call)
    {
        if (effects.Of(call) is { Kind: not EffectKind.Delay })
            return IsToldToForget(call) ? null : [];
        var targets = dispatch.Targets(call).Where(t => t.Method.Reference.ReturnType.Namespace == "System.Threading.Tasks").ToList();
        return targets.Count > 0 && targets.Any(t => code.BodyOf(t).Awaits.Count > 0 || effects.Reached(t).Count > 0) ? targets : null;
    }

    private static bool IsToldToForget(Call call)
    {
        for (var i = 0; i < call.Method.Parameters.Length; i++)
            if (call.Method.Parameters[i].FullName == "StackExchange.Redis.CommandFlags" && ValueWalk.Constant(call.Arguments[i]) is int flags && (flags & 2) != 0)
                return true;
        return false;
    }

    /// <summary>Async functions that return nothing: what the call runs, or lambdas that it is given where it expects an action.</summary>
    private List<SourceFunction> AsyncVoids(Call call)
    {
        if (call.Method.Name.StartsWith("add_", StringComparison.Ordinal))
            return [];
        var given = call.Arguments.SelectMany(Dispatch.FunctionsOf).Where(f => f.Kind != FunctionKind.Method);
        return [.. dispatch.Targets(call).Where(t => call.Method.Name != "Invoke").Concat(given).Where(IsAsyncVoid).Distinct()];
    }

    private static bool MayBeAsyncVoid(SourceFunction function) =>
        function.IsAsync && function.Method.Reference.ReturnType.FullName == "System.Void" && !function.IsIterator;

    private bool IsAsyncVoid(SourceFunction function) =>
        MayBeAsyncVoid(function) && !IsHandler(function) && code.BodyOf(function).Awaits.Count > 0;

    private bool IsHandler(SourceFunction function) =>
        function.Method.Parameters is [{ Type.FullName: "System.Object" }, { Type: var arguments }] && (code.Program.Derives(arguments, "System.EventArgs") || arguments.Name.EndsWith("EventArgs", StringComparison.Ordinal));

    private IReadOnlyList<SourceFunction> Given(Call call) =>
        [.. call.Arguments.Concat(call.Receiver is { } thread ? ValueWalk.Origins(thread).OfType<NewValue>().SelectMany(n => n.Call.Arguments) : []).SelectMany(ValueWalk.Origins).OfType<FunctionValue>().SelectMany(dispatch.Targets).Distinct()];

    private static bool IsJoined(Call start, FunctionBody body) =>
        start.Method.DeclaringType.FullName == TaskSymbols.Thread && body.Calls.Any(c => c.Method.Name == "Join" && c.Method.DeclaringType.FullName == TaskSymbols.Thread);
}
