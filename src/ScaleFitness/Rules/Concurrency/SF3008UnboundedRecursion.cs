using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3008: recursion as deep as the data.</summary>
public sealed class SF3008UnboundedRecursion : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3008",
        "unbounded recursion",
        Severity.Low,
        "A method on a request calls itself with what it loaded, with no limit to how deep.",
        "The depth is the data's: a chain of parents that someone made long, or a circle in it, runs until the stack or the memory is gone, and takes the whole process with it.",
        new(
            "Load the tree in one query (a recursive common table expression, a path column), or pass a depth and stop at a limit.",
            "async Task LoadAsync(int id) { foreach (var child in await ChildrenAsync(id)) await LoadAsync(child.Id); }",
            "async Task LoadAsync(int id, int depth) { if (depth > 20) throw new TreeTooDeepException(id); … await LoadAsync(child.Id, depth + 1); }"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var rounds = Recursion.Among(app, app.Reach.OnRequests.Where(f => !f.Owner.IsGenerated)).ToList();
        return Examined(rounds.Count, rounds.Where(r => !IsLimited(app, r)).Select(r => Tell(app, r)));
    }

    private Finding Tell(AppModel app, Recursion round)
    {
        var through = round.Calls.Count > 1 ? $" through {round.Calls[0].Method.Name}" : "";
        return At(app, round.Back.Function, round.Back.Position, Severity.Low, $"{round.Function.Owner.Definition.Name} calls itself{through} with what it loaded: nothing limits how deep", Confidence.Medium);
    }

    private static bool IsLimited(AppModel app, Recursion round)
    {
        if (round.Bodies(app).SelectMany(b => b.Calls).Any(IsVisited))
            return true;
        // What is in memory, and folders on a disk, end somewhere.
        if (!app.Effects.Reached(round.Function).Any(e => e.Effect.IsRemote))
            return true;
        return round.Calls.Any(c => c.Arguments.Any(a => Shrinks(app, a, [])) || Enumerable.Range(0, c.Arguments.Count).Any(i => IsSwitchedOff(app, round.Function, c, i)));
    }

    /// <summary>Whether it passes itself another flag than everybody else does, as "try again" is told once.</summary>
    private static bool IsSwitchedOff(AppModel app, SourceFunction function, Call call, int position)
    {
        if (call.Method.Parameters.Length <= position || call.Method.Parameters[position].FullName != "System.Boolean" || ValueWalk.Constant(call.Arguments[position]) is not { } passed)
            return false;
        var others = app.CallSites.Of(function).Where(c => c.Function != function && position < c.Arguments.Count).ToList();
        return others.Count > 0 && others.All(c => ValueWalk.Constant(c.Arguments[position]) is { } other && !other.Equals(passed));
    }

    /// <summary>A set of what was seen already.</summary>
    private static bool IsVisited(Call call) =>
        call.Method.Name is "Add" or "Contains" or "TryAdd" or "ContainsKey" && call.Method.DeclaringType.Name is "HashSet`1" or "ISet`1" or "ConcurrentDictionary`2" or "Dictionary`2" or "IDictionary`2";

    /// <summary>Whether it is less than a parameter, or one more than a count: a part of it, an element, a number.</summary>
    private static bool Shrinks(AppModel app, Value value, HashSet<Value> seen) => ValueWalk.Origins(value).Any(o => seen.Add(o) && o switch
    {
        ComputedValue { Operation: "Add" or "Subtract", Operands: [var one, _] } => ValueWalk.Origins(one).Any(v => v is ArgumentValue),
        ComputedValue { Operation: "element", Operands: [var of, ..] } => IsPart(app, of, seen),
        // What is asked of a service is no part of it.
        CallValue { Call: var asked } when app.Effects.Through(asked).Any(e => e.Effect.IsRemote) => false,
        CallValue { Call: { Receiver: { } owner } } => IsPart(app, owner, seen),
        CallValue { Call: { Receiver: null, Method.DeclaringType.Namespace: "System.Linq", Arguments: [var source, ..] } } => IsPart(app, source, seen),
        FieldValue { Receiver: { } owner } => IsPart(app, owner, seen),
        // What a lambda is given is an element of what the lambda is run over.
        ArgumentValue { IsThis: false, Function: { Kind: FunctionKind.Lambda } lambda } => app.CallSites.Given(lambda).Any(r => r.Subject is { } sequence && IsPart(app, sequence, seen)),
        _ => false,
    });

    private static bool IsPart(AppModel app, Value value, HashSet<Value> seen) =>
        ValueWalk.Origins(value).Any(o => o is ArgumentValue { IsThis: false, Function.Kind: not FunctionKind.Lambda } argument && argument.Type?.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) != true)
        || Shrinks(app, value, seen);
}
