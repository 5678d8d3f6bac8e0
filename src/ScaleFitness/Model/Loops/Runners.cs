using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>
/// Calls that run a lambda once per element: those of libraries, and those of the app whose method invokes the delegate
/// in a loop of its own. What LINQ would run, but nobody enumerates, is not run.
/// </summary>
internal sealed class Runners(CodeModel code, Dispatch dispatch, PerElement perElement)
{
    private readonly ConcurrentDictionary<SourceFunction, Call?> _known = [];

    public Call? Of(SourceFunction function) => function.Parent is null ? null : _known.GetOrAdd(function, Find);

    public bool Are(Call call) => call.Arguments.SelectMany(Dispatch.FunctionsOf).Any(f => Of(f) == call);

    /// <summary>What a method of the app goes over as it runs the lambda; null where its own arguments are not all it takes.</summary>
    public Value? SequenceOf(Call runner, Func<SourceFunction, CodeLoop, SourceLoop> loopOf)
    {
        for (var i = 0; i < runner.Arguments.Count; i++)
            if (Dispatch.FunctionsOf(runner.Arguments[i]).Any())
                foreach (var target in dispatch.Targets(runner))
                    if (Invocation(target, i) is { Loop: { } loop } && loopOf(target, loop).Sequence is { } sequence && ValueWalk.Origins(sequence).All(o => o is FieldValue))
                        return sequence;
        return null;
    }

    private Call? Find(SourceFunction function)
    {
        if (perElement.RunnerOf(function) is { } library)
            return IsDeferred(library) && !IsUsed(library, []) ? null : library;
        if (function.Parent is not { } parent)
            return null;
        foreach (var call in code.BodyOf(parent).Calls)
            for (var i = 0; i < call.Arguments.Count; i++)
                if (Dispatch.FunctionsOf(call.Arguments[i]).Contains(function) && dispatch.Targets(call).Any(t => Invocation(t, i) is not null))
                    return call;
        return null;
    }

    private Call? Invocation(SourceFunction function, int parameter) =>
        code.BodyOf(function).Calls.FirstOrDefault(c => c is { Loop: not null, Receiver: { } receiver, Method.Name: "Invoke" }
            && ValueWalk.Origins(receiver).Any(o => o is ArgumentValue argument && argument.Function == function && argument.Position == parameter));

    private static bool IsDeferred(Call call) =>
        call.Method.DeclaringType.Namespace == "System.Linq" && call.Method.ReturnType.FullName is
            "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.IAsyncEnumerable`1" or "System.Linq.IOrderedEnumerable`1" or "System.Linq.ParallelQuery`1";

    /// <summary>Whether anything is done with the sequence: handed to another call, returned, kept.</summary>
    private bool IsUsed(Call call, HashSet<Call> seen)
    {
        // In a loop, `left = left.Where(…).Where(…)` is made of itself.
        if (!seen.Add(call))
            return false;
        var body = code.BodyOf(call.Function);
        return body.Calls.Where(c => c != call && (c.Arguments.Any(Is) || c.Receiver is { } receiver && Is(receiver))).Any(c => !IsDeferred(c) || IsUsed(c, seen))
            || body.Returns.Any(Is) || body.FieldWrites.Any(w => Is(w.Value)) || body.CapturedWrites.Any(w => Is(w.Value)) || body.ElementWrites.Any(w => Is(w.Value));

        bool Is(Value value) => ValueWalk.Origins(value).Any(o => o is CallValue made && made.Call == call);
    }
}
