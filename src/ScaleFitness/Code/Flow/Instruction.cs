using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>One instruction over variables.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Offset">Offset of the compiled instruction it came from.</param>
/// <param name="Target">The variable it writes, or -1.</param>
/// <param name="Inputs">The variables it reads.</param>
/// <param name="Operand">A constant, symbol, variable index or type.</param>
/// <param name="Operator">Of arithmetic, comparisons and branches.</param>
/// <param name="Flag">Of a call: virtual. Of a branch on one input: jumps when it is true.</param>
internal sealed record Instruction(Operation Operation, int Offset, int Target, int[] Inputs, object? Operand = null, BinaryOperator Operator = BinaryOperator.Other, bool Flag = false)
{
    /// <summary>Position in the body, over all blocks.</summary>
    public int Index { get; set; } = -1;
}
