using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>Tells whether a loop ends: by a token, a count, a clock, what it waits for.</summary>
public sealed class LoopEnds
{
    private readonly CodeModel _code;

    internal LoopEnds(CodeModel code) => _code = code;

    /// <summary>Whether nothing in the loop ever ends it: no condition, no token that a call in it would throw by.</summary>
    public bool IsEndless(SourceLoop loop)
    {
        if (loop.Statement is not { } statement || loop.Kind is LoopKind.Elements or LoopKind.Counted or LoopKind.ReaderRows or LoopKind.Batches || loop.Function.IsIterator)
            return false;
        var body = _code.BodyOf(loop.Function);
        return !body.LoopExits.Any(e => e.Loop.Id == statement.Id) && !TakesToken(body, statement) && !IsLimitedByFilter(loop, body, statement);
    }

    /// <summary>Whether the loop looks again and again, with a pause, for something that may never come: no token, count or clock ends it.</summary>
    public bool IsPatient(SourceLoop loop)
    {
        if (loop is not { Statement: { } statement, Kind: LoopKind.Ticks } || loop.Function.IsIterator)
            return false;
        var body = _code.BodyOf(loop.Function);
        return body.LoopExits.Where(e => e.Loop.Id == statement.Id).All(e => !LoopShapes.IsCancellation(e) && !IsLimit(e) && !(IsComposed(e) && body.Comparisons.Any(Counts))) && !TakesToken(body, statement) && !IsLimitedByFilter(loop, body, statement);
    }

    private static bool TakesToken(FunctionBody body, CodeLoop loop) =>
        body.Calls.Any(c => c.Loop?.IsIn(loop) == true && (c.Method.Name is "ThrowIfCancellationRequested" or "get_IsCancellationRequested" or "get_ShutdownToken" || c.Arguments.Any(IsToken)));

    /// <summary>A token that somebody may cancel: not the one that never is.</summary>
    private static bool IsToken(Value value) =>
        value.Type?.FullName == "System.Threading.CancellationToken"
        && ValueWalk.Origins(value).Any(o => o is not (CallValue { Call.Method.Name: "get_None" } or UnknownValue or OutValue or ConstantValue));

    /// <summary>A handler with a condition lets the loop go on, or not: it counts what the condition does not show.</summary>
    private bool IsLimitedByFilter(SourceLoop loop, FunctionBody body, CodeLoop statement)
    {
        var orders = body.Calls.Where(c => c.Loop?.IsIn(statement) == true).Select(c => c.Order).ToList();
        return _code.PathsOf(loop.Function).Regions.Any(r => r.Kind == RegionKind.Filter && orders.Any(o => r.Protects(o) || r.Handles(o)))
            || _code.PathsOf(loop.Function).Regions.Any(r => r.Kind == RegionKind.Filter) && orders.Count <= 2;
    }

    /// <summary>A count against a limit, a clock, a flag that somebody else sets.</summary>
    private static bool IsLimit(LoopExit exit) => exit.Operands.SelectMany(o => ValueWalk.Within(o, Compared)).Any(o => o switch
    {
        ComputedValue { Operation: "Add" or "Subtract" } => true,
        FieldValue or CapturedValue => true,
        CallValue { Call.Method.Name: "get_IsCancellationRequested" } => true,
        CallValue { Call.Method: { } method } => method.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset" or "System.TimeSpan" or "System.Diagnostics.Stopwatch" or "System.Environment",
        _ => false,
    });

    /// <summary>Whether it is the outcome of several conditions, of which the first ones no longer show in the value.</summary>
    private static bool IsComposed(LoopExit exit) =>
        exit is { Comparison: LoopExit.Truth, Operands: [var tested] } && ValueWalk.Origins(tested) is { Count: > 1 } origins && origins.Any(o => o is ConstantValue);

    private static bool Counts(CodeComparison comparison) =>
        comparison.IsOrder && ValueWalk.Origins(comparison.Left).Concat(ValueWalk.Origins(comparison.Right)).Any(o => o is ComputedValue { Operation: "Add" or "Subtract" });

    /// <summary>Several conditions in one: Debug builds keep what they come to in a variable, and test that.</summary>
    private static IEnumerable<Value> Compared(Value value) =>
        value is ComputedValue { Operation: "Equal" or "NotEqual" or "Less" or "LessOrEqual" or "Greater" or "GreaterOrEqual" or "LessUnsigned" or "LessOrEqualUnsigned" or "GreaterUnsigned" or "GreaterOrEqualUnsigned" or "And" or "Or" } computed ? computed.Operands : [];
}
