using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Schedules;

/// <summary>A loop that goes on by the clock.</summary>
/// <param name="Function">The function it stands in.</param>
/// <param name="Loop">The loop.</param>
/// <param name="Wait">The call that waits.</param>
internal sealed record PeriodicLoop(SourceFunction Function, CodeLoop Loop, Call Wait);

/// <summary>Finds loops that wait for a time in each round: a delay, a tick, a sleep. Loops over elements and a counted number of attempts are none.</summary>
internal sealed class PeriodicLoops(CodeModel code, Dispatch dispatch, EffectReader effects)
{
    private readonly Dictionary<SourceFunction, IReadOnlyList<PeriodicLoop>> _known = [];

    /// <summary>The loops of a function; services share most of what they run.</summary>
    public IReadOnlyList<PeriodicLoop> In(SourceFunction function)
    {
        if (!_known.TryGetValue(function, out var loops))
            _known[function] = loops = [.. Find(function)];
        return loops;
    }

    private IEnumerable<PeriodicLoop> Find(SourceFunction function)
    {
        var body = code.BodyOf(function);
        var found = new HashSet<int>();
        foreach (var call in body.Calls)
            if (call.Loop is not null && IsWait(call))
                for (var loop = call.Loop; loop is not null; loop = loop.Parent)
                    if (!IsCounted(loop, body) && found.Add(loop.Id))
                        yield return new(function, loop, call);
    }

    private bool IsWait(Call call)
    {
        if (IsClocks(call))
            return true;
        // The app's own "wait until two o'clock": it does nothing else.
        var targets = dispatch.Targets(call);
        return targets.Count > 0 && targets.All(t => code.BodyOf(t).Calls.Any(IsClocks) && effects.Reached(t).All(s => s.Effect.Kind == EffectKind.Delay));
    }

    private static bool IsClocks(Call call) =>
        call.Method.Is(ScheduleSymbols.Task, "Delay") || call.Method.Is(ScheduleSymbols.Thread, "Sleep") || call.Method.Is(ScheduleSymbols.PeriodicTimer, "WaitForNextTickAsync")
        || call.Method.Is(ScheduleSymbols.WaitHandle, "WaitOne") && call.Arguments.Count > 0;

    private static bool IsCounted(CodeLoop loop, FunctionBody body) =>
        body.Calls.Any(c => c.Loop?.Id == loop.Id && c.Method.Name is "MoveNext" or "MoveNextAsync")
        || body.LoopExits.Any(e => e.Loop.Id == loop.Id && (e.Comparison.StartsWith("Less", StringComparison.Ordinal) || e.Comparison.StartsWith("Greater", StringComparison.Ordinal)));
}
