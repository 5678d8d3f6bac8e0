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

    /// <summary>What holds where the comparison does not.</summary>
    public static BinaryOperator Negate(BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        BinaryOperator.LessUnsigned => BinaryOperator.GreaterOrEqualUnsigned,
        BinaryOperator.LessOrEqualUnsigned => BinaryOperator.GreaterUnsigned,
        BinaryOperator.GreaterUnsigned => BinaryOperator.LessOrEqualUnsigned,
        BinaryOperator.GreaterOrEqualUnsigned => BinaryOperator.LessUnsigned,
        _ => op,
    };

    /// <summary>The same comparison with its sides changed.</summary>
    public static BinaryOperator Mirror(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.LessUnsigned => BinaryOperator.GreaterUnsigned,
        BinaryOperator.LessOrEqualUnsigned => BinaryOperator.GreaterOrEqualUnsigned,
        BinaryOperator.GreaterUnsigned => BinaryOperator.LessUnsigned,
        BinaryOperator.GreaterOrEqualUnsigned => BinaryOperator.LessOrEqualUnsigned,
        _ => op,
    };
}
