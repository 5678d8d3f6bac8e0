using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>
/// Reads the condition of a loop as its author wrote it. One build jumps where the condition holds, another where it does
/// not; one compares in the jump, another first computes the comparison, and compares that with zero to negate it.
/// </summary>
internal static class LoopConditions
{
    public static LoopExit Of(LoopBranch exit, ValueFactory values, SourcePosition? position)
    {
        var branch = exit.Branch;
        if (branch.Inputs.Length == 2)
            return Compared(branch.Operator, values.Input(branch, 0), values.Input(branch, 1), exit.StaysWhenTaken);
        var stays = exit.StaysWhenTaken == branch.Flag;
        var tested = values.Input(branch, 0);
        while (tested is ComputedValue { Operation: "Equal", Operands: [var inner, ConstantValue { Constant: 0 }] })
            (tested, stays) = (inner, !stays);
        return tested is ComputedValue { Operands: [var left, var right] } compared && Enum.TryParse<BinaryOperator>(compared.Operation, out var op) && Negations.ContainsKey(op)
            ? Compared(op, left, right, stays)
            : new(exit.Loop, LoopExit.Truth, [tested], stays, position, branch.Index);

        LoopExit Compared(BinaryOperator op, Value left, Value right, bool staysWhenItHolds) =>
            new(exit.Loop, (staysWhenItHolds ? op : Negations.GetValueOrDefault(op, op)).ToString(), [left, right], true, position, branch.Index);
    }

    private static readonly Dictionary<BinaryOperator, BinaryOperator> Negations = new()
    {
        [BinaryOperator.Equal] = BinaryOperator.NotEqual,
        [BinaryOperator.NotEqual] = BinaryOperator.Equal,
        [BinaryOperator.Less] = BinaryOperator.GreaterOrEqual,
        [BinaryOperator.GreaterOrEqual] = BinaryOperator.Less,
        [BinaryOperator.Greater] = BinaryOperator.LessOrEqual,
        [BinaryOperator.LessOrEqual] = BinaryOperator.Greater,
        [BinaryOperator.LessUnsigned] = BinaryOperator.GreaterOrEqualUnsigned,
        [BinaryOperator.GreaterOrEqualUnsigned] = BinaryOperator.LessUnsigned,
        [BinaryOperator.GreaterUnsigned] = BinaryOperator.LessOrEqualUnsigned,
        [BinaryOperator.LessOrEqualUnsigned] = BinaryOperator.GreaterUnsigned,
    };
}
