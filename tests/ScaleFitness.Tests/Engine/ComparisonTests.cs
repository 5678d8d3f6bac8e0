using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Tests.Engine;

/// <summary>Comparison of constants is the language's own.</summary>
public class ComparisonTests
{
    private static readonly int[] Edges = [int.MinValue, int.MinValue + 1, -4, -3, -2, -1, 0, 1, 2, int.MaxValue - 1, int.MaxValue];

    public static TheoryData<BinaryOperator> Operators() =>
        [.. Enum.GetValues<BinaryOperator>().Where(op => op >= BinaryOperator.Equal)];

    [Theory, MemberData(nameof(Operators))]
    public void Comparison_is_that_of_the_language(BinaryOperator op)
    {
        var numbers = Gen.OneOf(Gen.Elements(Edges), Gen.Choose(int.MinValue, int.MaxValue)).ToArbitrary();
        Prop.ForAll(numbers, numbers, (a, b) => Comparison.Holds(op, a, b) == InTheLanguage(op, a, b)).QuickCheckThrowOnFailure();
        Assert.All(Edges, a => Assert.All(Edges, b => Assert.Equal(InTheLanguage(op, a, b), Comparison.Holds(op, a, b))));
    }

    [Theory]
    [InlineData(BinaryOperator.Add)]
    [InlineData(BinaryOperator.Other)]
    public void Arithmetic_is_no_comparison(BinaryOperator op) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparison.Holds(op, 1, 2));

    private static bool InTheLanguage(BinaryOperator op, int a, int b) => op switch
    {
        BinaryOperator.Equal => a == b,
        BinaryOperator.NotEqual => a != b,
        BinaryOperator.Less => a < b,
        BinaryOperator.LessOrEqual => a <= b,
        BinaryOperator.Greater => a > b,
        BinaryOperator.GreaterOrEqual => a >= b,
        BinaryOperator.LessUnsigned => unchecked((uint)a) < unchecked((uint)b),
        BinaryOperator.LessOrEqualUnsigned => unchecked((uint)a) <= unchecked((uint)b),
        BinaryOperator.GreaterUnsigned => unchecked((uint)a) > unchecked((uint)b),
        BinaryOperator.GreaterOrEqualUnsigned => unchecked((uint)a) >= unchecked((uint)b),
        _ => throw new NotSupportedException(op.ToString()),
    };
}
