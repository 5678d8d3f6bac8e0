using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>A loop of the author: a statement, or a call that runs a lambda once per element.</summary>
/// <param name="Function">The function that the loop, or the call that runs the lambda, stands in.</param>
/// <param name="Kind">What it goes round for.</param>
/// <param name="Sequence">The sequence or, for a counted loop, the number; null where there is none.</param>
/// <param name="Statement">The loop in the code; null for a lambda that is run per element.</param>
/// <param name="Runner">The call that runs the lambda; null for a statement.</param>
/// <param name="Position">Where it stands.</param>
public sealed record SourceLoop(SourceFunction Function, LoopKind Kind, Value? Sequence, CodeLoop? Statement, Call? Runner, SourcePosition? Position)
{
    /// <summary>Identifies the loop: loops are the same where these are.</summary>
    internal (SourceFunction Function, int Statement, int Runner) Key => (Function, Statement?.Id ?? -1, Runner?.Order ?? -1);

    /// <summary>Whether it goes round once for each of some elements, however many they are.</summary>
    public bool IsPerElement => Kind is LoopKind.Elements or LoopKind.Counted or LoopKind.ReaderRows;

    /// <summary>Whether a value is the element that the loop is at.</summary>
    public bool IsElement(Value value) => ValueWalk.Origins(value).Any(o => o switch
    {
        CallValue { Call: { Method.Name: "get_Current", Receiver: { } enumerator } } =>
            ValueWalk.Origins(enumerator).Any(e => e is CallValue { Call.Subject: { } of } && IsOver(of)),
        CallValue { Call: { Method.Name: "get_Item", Receiver: { } list } } => IsOver(list),
        ComputedValue { Operation: "element", Operands: [var array, ..] } => IsOver(array),
        ArgumentValue { IsThis: false } argument => Runner is not null && argument.Function.Parent == Function && argument.Position == 0,
        _ => false,
    });

    private bool IsOver(Value sequence) => Sequence is not null && ValueWalk.Origins(sequence).Intersect(ValueWalk.Origins(Sequence)).Any();
}
