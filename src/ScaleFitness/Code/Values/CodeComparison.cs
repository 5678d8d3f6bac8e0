using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Values;

/// <summary>Two values that a function compares. They are made when somebody looks at them; most nobody looks at.</summary>
public sealed class CodeComparison
{
    private readonly ValueFactory _values;
    private readonly Instruction _instruction;

    internal CodeComparison(ValueFactory values, Instruction instruction)
    {
        _values = values;
        _instruction = instruction;
    }

    /// <summary>The left side.</summary>
    public Value Left => _values.Input(_instruction, 0);

    /// <summary>The right side.</summary>
    public Value Right => _values.Input(_instruction, 1);

    /// <summary>Whether it asks which is greater, rather than whether they are equal.</summary>
    public bool IsOrder => _instruction.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
}
