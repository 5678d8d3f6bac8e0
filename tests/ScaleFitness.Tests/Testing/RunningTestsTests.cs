using ScaleFitness.Testing;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Testing;

public sealed class RunningTestsTests
{
    [Fact]
    public void The_last_test_to_fail_tells_what_the_run_comes_to_once()
    {
        RuleVerdict failing = new() { Rule = Sample.StaticCache, Failing = [Sample.Finding(Sample.StaticCache)] };
        RuleVerdict broken = new() { Rule = Sample.UnboundedQuery, Problem = "it threw" };
        RuleVerdict passing = new() { Rule = Sample.Rule("SF3001", "global lock") };
        var tests = new RunningTests(new() { Verdicts = [failing, broken, passing], Summary = "" });

        Assert.False(tests.IsLastFailure(broken));
        Assert.False(tests.IsLastFailure(broken));
        Assert.True(tests.IsLastFailure(failing));
        Assert.False(tests.IsLastFailure(failing));
    }
}
