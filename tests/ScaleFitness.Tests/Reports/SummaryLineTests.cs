using ScaleFitness.Reports;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports;

public sealed class SummaryLineTests
{
    private static readonly RuleVerdict _passing = new()
    {
        Rule = Sample.UnboundedQuery,
        Accepted = [new(Sample.Finding(Sample.UnboundedQuery), "measured", null, false)],
    };

    private static readonly RuleVerdict _failing = new()
    {
        Rule = Sample.StaticCache,
        Failing = [Sample.Finding(Sample.StaticCache), Sample.Finding(Sample.StaticCache)],
        Reported = [Sample.Finding(Sample.StaticCache)],
    };

    [Theory]
    [InlineData(0, true, "ScaleFitness: 1 rule passed, 1 finding accepted (none solved).")]
    [InlineData(2, true, "ScaleFitness: 1 rule passed, 1 finding accepted (2 exceptions no longer occurred and left the verified file).")]
    [InlineData(1, false, "ScaleFitness: 1 rule passed, 1 finding accepted (1 exception no longer occurs; a run on a developer's machine removes it from the verified file).")]
    public void A_passing_run_says_how_many_are_accepted_and_how_that_changed(int stale, bool tightened, string expected) =>
        Assert.Equal(expected, SummaryLine.Of([_passing], stale, tightened));

    [Fact]
    public void A_failing_run_says_how_much_is_new() =>
        Assert.Equal(
            "ScaleFitness: 1 rule passed, 1 failed with 2 new findings, 1 finding reported, 1 finding accepted (none solved).",
            SummaryLine.Of([_passing, _failing], 0, true));
}
