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
    /// <summary>The variable it writes, or -1.</summary>
    public int Target { get; private set; } = Target;

    /// <summary>Position in the body, over all blocks.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Position of its first input among the inputs of all instructions.</summary>
    public int FirstInput { get; private set; }

    /// <summary>Gives it its place and final variables, once all of the body is lowered.</summary>
    public void Number(int index, int firstInput, Func<int, int> final)
    {
        Index = index;
        FirstInput = firstInput;
        Target = final(Target);
        for (var i = 0; i < Inputs.Length; i++)
            Inputs[i] = final(Inputs[i]);
    }
}
