using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>Comparison of integers as the instruction set defines it.</summary>
internal static class Comparison
{
    public static bool Holds(BinaryOperator op, int a, int b) => op switch
    {
        BinaryOperator.Equal => a == b,
        BinaryOperator.NotEqual => a != b,
        BinaryOperator.Less => a < b,
        BinaryOperator.LessOrEqual => a <= b,
        BinaryOperator.Greater => a > b,
        BinaryOperator.GreaterOrEqual => a >= b,
        BinaryOperator.LessUnsigned => (uint)a < (uint)b,
        BinaryOperator.LessOrEqualUnsigned => (uint)a <= (uint)b,
        BinaryOperator.GreaterUnsigned => (uint)a > (uint)b,
        BinaryOperator.GreaterOrEqualUnsigned => (uint)a >= (uint)b,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Not a comparison."),
    };
}
