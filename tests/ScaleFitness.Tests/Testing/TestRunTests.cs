using ScaleFitness.Testing;

namespace ScaleFitness.Tests.Testing;

public sealed class TestRunTests
{
    // This assembly was built without the targets: what every test must say then is why, and none may pass.
    [Fact]
    public void No_rule_passes_where_the_run_cannot_begin()
    {
        var here = typeof(TestRunTests).Assembly;

        Assert.All(TestRun.RuleNames(here), rule =>
            Assert.Contains("built without the kit's targets", Assert.Throws<ScaleFitnessException>(() => TestRun.Check(here, rule)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_names_are_those_of_the_verdicts()
    {
        var kit = typeof(TestRun).Assembly;

        var verdicts = Fitness.Check(new FitnessOptions()).Verdicts;

        Assert.Equal(verdicts.Select(verdict => verdict.Rule.TestName), TestRun.RuleNames(kit));
    }

    // xunit cuts arguments after fifty characters, and then the test's name no longer tells the rule.
    [Fact]
    public void The_names_fit_into_a_test_explorer() =>
        Assert.All(TestRun.RuleNames(typeof(TestRun).Assembly), name => Assert.InRange(name.Length, 1, 50));
}
