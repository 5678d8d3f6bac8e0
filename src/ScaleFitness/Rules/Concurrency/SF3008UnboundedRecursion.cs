using ScaleFitness.Code.Calls;
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
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.OnRequests.Where(f => !f.Owner.IsGenerated))
            foreach (var call in app.BodyOf(function).Calls.Where(c => CallsItself(app, c)).Take(1))
            {
                candidates++;
                if (!IsLimited(app, function, call))
                    findings.Add(At(app, function, call.Position, Severity.Low, $"{function.Owner.Definition.Name} calls itself with what it loaded: nothing limits how deep", Confidence.Medium));
            }

        return Examined(candidates, findings);
    }

    /// <summary>On the same object: an interface's method that wraps another implementation is no recursion.</summary>
    private static bool CallsItself(AppModel app, Call call) =>
        !call.IsConstruction && (call.Receiver is null || ValueWalk.Origins(call.Receiver).All(o => o is ArgumentValue { IsThis: true } || o.Type?.Name.StartsWith("<>c", StringComparison.Ordinal) == true))
        && app.Code.FunctionOf(call.Method) == call.Function;

    private static bool IsLimited(AppModel app, SourceFunction function, Call call)
    {
        if (app.BodyOf(function).Calls.Any(IsVisited))
            return true;
        // What is in memory, and folders on a disk, end somewhere.
        if (!app.Effects.Reached(function).Any(e => e.Effect.IsRemote))
            return true;
        return call.Arguments.Any(a => Shrinks(a, function, [])) || Enumerable.Range(0, call.Arguments.Count).Any(i => IsSwitchedOff(app, function, call, i));
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
    private static bool Shrinks(Value value, SourceFunction function, HashSet<Value> seen) => ValueWalk.Origins(value).Any(o => seen.Add(o) && o switch
    {
        ComputedValue { Operation: "Add" or "Subtract", Operands: [var one, _] } => ValueWalk.Origins(one).Any(v => v is ArgumentValue),
        ComputedValue { Operation: "element", Operands: [var of, ..] } => IsPart(of, function, seen),
        CallValue { Call: { Receiver: { } owner } } => IsPart(owner, function, seen),
        CallValue { Call: { Receiver: null, Method.DeclaringType.Namespace: "System.Linq", Arguments: [var source, ..] } } => IsPart(source, function, seen),
        FieldValue { Receiver: { } owner } => IsPart(owner, function, seen),
        _ => false,
    });

    private static bool IsPart(Value value, SourceFunction function, HashSet<Value> seen) =>
        ValueWalk.Origins(value).Any(o => o is ArgumentValue { IsThis: false } argument && argument.Function == function && argument.Type?.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) != true)
        || Shrinks(value, function, seen);
}
