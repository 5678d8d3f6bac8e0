using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>An await of a call to a neighbour that only asks.</summary>
/// <param name="Await">The await.</param>
/// <param name="Call">The call.</param>
internal sealed record AwaitedCall(AwaitValue Await, Call Call)
{
    private static readonly string[] Questions = ["Get", "Find", "List", "Fetch", "Load", "Read", "Search", "Query", "Check", "Has", "Is", "Count", "Lookup", "Quote", "Calculate"];

    /// <summary>The awaits of calls that only ask a neighbour, and no database, in source order.</summary>
    public static IReadOnlyList<AwaitedCall> In(AppModel app, SourceFunction function) =>
    [
        .. app.BodyOf(function).Awaits
            .Where(a => a.Order >= 0)
            .Select(a => ValueWalk.Origins(a.Task) is [CallValue { Call: { } call }] && IsQuestion(app, call) ? new AwaitedCall(a, call) : null)
            .OfType<AwaitedCall>()
            .OrderBy(a => a.Await.Order),
    ];

    /// <summary>Whether it uses what another await brought, or something that was chosen on the way: by what, values do not tell.</summary>
    public bool Uses(AwaitedCall other) => Call.Arguments.Any(a => a is PhiValue) || Uses(Call, other.Await, []);

    private static bool Uses(Call call, Value result, HashSet<Value> seen) =>
        call.Arguments.Any(a => Uses(a, result, seen)) || call.Receiver is { } receiver && Uses(receiver, result, seen);

    private static bool Uses(Value value, Value result, HashSet<Value> seen) =>
        ValueWalk.Origins(value).Any(o => o == result || seen.Add(o) && o switch
        {
            CallValue c => Uses(c.Call, result, seen),
            NewValue n => Uses(n.Call, result, seen),
            AwaitValue a => Uses(a.Task, result, seen),
            FieldValue { Receiver: { } owner } => Uses(owner, result, seen),
            ComputedValue c => c.Operands.Any(x => Uses(x, result, seen)),
            ArrayValue a => a.Elements.Any(x => Uses(x, result, seen)),
            OutValue x => Uses(x.Call, result, seen),
            _ => false,
        });

    /// <summary>Whether another call uses the result for more than to look at it: what it changes, the next call may need.</summary>
    public static bool IsTakenBy(Call call, AwaitedCall one, AwaitedCall next) =>
        !call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && Uses(call, one.Await, []) && !IsKept(call, next);

    /// <summary>Whether a call between two questions changes something outside, or refuses to go on: the second answer may be another after it, or not be wanted.</summary>
    public static bool IsTurningPoint(AppModel app, Call call) =>
        call.IsConstruction && app.Code.Program.Derives(call.Method.DeclaringType, "System.Exception")
        || app.Effects.Through(call).Any(e => e.Effect is { IsRemote: true, IsWrite: true }) && !IsQuestion(app, call);

    /// <summary>Whether it is put into a property of an object made here, with which the next call has nothing to do.</summary>
    private static bool IsKept(Call call, AwaitedCall next) =>
        call.Method.Name.StartsWith("set_", StringComparison.Ordinal) && call.Receiver is { } receiver
        && ValueWalk.Origins(receiver) is [NewValue made] && !Uses(next.Call, made, []);

    private static bool IsQuestion(AppModel app, Call call)
    {
        var effects = app.Effects.Through(call);
        if (!effects.Any(e => e.Effect.Kind is EffectKind.Http or EffectKind.Rpc or EffectKind.Storage) || effects.Any(e => e.Effect.Kind is EffectKind.Database or EffectKind.Broker or EffectKind.Mail))
            return false;
        return effects.All(e => !e.Effect.IsWrite) || Questions.Any(q => call.Method.Name.StartsWith(q, StringComparison.Ordinal));
    }
}
