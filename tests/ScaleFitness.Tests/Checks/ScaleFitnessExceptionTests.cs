using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Checks;

public sealed class ScaleFitnessExceptionTests
{
    private static readonly Finding _finding = Sample.Finding(Sample.UnboundedQuery);

    [Fact]
    public void Its_stack_trace_points_at_the_defect() =>
        Assert.Equal("   at Shop.Orders.List() in /repo/src/Orders.cs:line 42", Thrown(new("m", _finding)).StackTrace);

    [Fact]
    public void It_speaks_for_a_verdict()
    {
        var verdict = new RuleVerdict { Rule = Sample.UnboundedQuery, Failing = [_finding], Message = "said" };
        Assert.Equal("said", new ScaleFitnessException(verdict).Message);
        Assert.Equal("   at Shop.Orders.List() in /repo/src/Orders.cs:line 42", new ScaleFitnessException(verdict).StackTrace);
    }

    [Fact]
    public void Without_a_source_line_it_has_its_own_stack_trace()
    {
        Assert.Contains(nameof(Thrown), Thrown(new("m", null)).StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), Thrown(new("m", _finding with { Where = new("M:A.B", "A.B", null) })).StackTrace, StringComparison.Ordinal);
    }

    private static ScaleFitnessException Thrown(ScaleFitnessException exception)
    {
        try
        {
            throw exception;
        }
        catch (ScaleFitnessException e)
        {
            return e;
        }
    }
}
