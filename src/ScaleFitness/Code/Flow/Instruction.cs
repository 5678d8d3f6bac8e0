using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>One instruction over variables.</summary>
/// <param name="operation">What it does.</param>
/// <param name="offset">Offset of the compiled instruction it came from.</param>
/// <param name="target">The variable it writes, or -1.</param>
/// <param name="inputs">The variables it reads.</param>
/// <param name="operand">A constant, symbol, variable index or type.</param>
/// <param name="operator">Of arithmetic, comparisons and branches.</param>
/// <param name="flag">Of a call: virtual. Of a branch on one input: jumps when it is true.</param>
internal sealed class Instruction(Operation operation, int offset, int target, int[] inputs, object? operand = null, BinaryOperator @operator = BinaryOperator.Other, bool flag = false)
{
    private readonly int _inputCount = inputs.Length;
    private int[] _inputs = inputs;

    /// <summary>What it does.</summary>
    public Operation Operation { get; } = operation;

    /// <summary>Offset of the compiled instruction it came from.</summary>
    public int Offset { get; } = offset;

    /// <summary>The variable it writes, or -1.</summary>
    public int Target { get; private set; } = target;

    /// <summary>The variables it reads.</summary>
    public ReadOnlySpan<int> Inputs => _inputs.AsSpan(FirstInput, _inputCount);

    /// <summary>A constant, symbol, variable index or type.</summary>
    public object? Operand { get; } = operand;

    /// <summary>Of arithmetic, comparisons and branches.</summary>
    public BinaryOperator Operator { get; } = @operator;

    /// <summary>Of a call: virtual. Of a branch on one input: jumps when it is true.</summary>
    public bool Flag { get; } = flag;

    /// <summary>Position in the body, over all blocks.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Position of its first input among the inputs of all instructions.</summary>
    public int FirstInput { get; private set; }

    /// <summary>Gives it its place and final variables, once all of the body is lowered. Bodies are kept by the hundred thousand: all instructions of one share an array of inputs.</summary>
    public void Number(int index, int[] all, int firstInput, Func<int, int> final)
    {
        for (var i = 0; i < _inputCount; i++)
            all[firstInput + i] = final(_inputs[i]);
        Index = index;
        Target = final(Target);
        FirstInput = firstInput;
        _inputs = all;
    }
}
