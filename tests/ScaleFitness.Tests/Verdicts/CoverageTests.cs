using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Verdicts;

/// <summary>A rule that could not look never passes, and drops no accepted exception.</summary>
public sealed class CoverageTests
{
    private static readonly Finding _query = Sample.Finding(Sample.UnboundedQuery);
    private static readonly Finding _nothing = Sample.Finding(KitRules.NothingToAnalyse, "A:Shop") with { Where = new("A:Shop", "Shop", null) };

    [Fact]
    public void A_rule_with_a_problem_fails_and_keeps_its_exceptions()
    {
        var evidence = JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery)) with { Problems = new Dictionary<string, string> { ["SF2001"] = "it threw" } };
        var judgement = JudgeTests.Judge(null, JudgeTests.Entry(_query)).Of(evidence);

        Assert.Equal("it threw", JudgeTests.Verdict(judgement, "SF2001").Problem);
        Assert.False(JudgeTests.Verdict(judgement, "SF2001").Passed);
        Assert.Empty(judgement.Comparison.Stale);
        Assert.False(judgement.Complete);
    }

    [Fact]
    public void A_rule_without_an_outcome_fails()
    {
        var judgement = JudgeTests.Judge().Of(JudgeTests.Evidence() with { Rules = [Sample.UnboundedQuery] });
        Assert.Contains("no outcome", JudgeTests.Verdict(judgement, "SF2001").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_is_off_keeps_its_exceptions()
    {
        var configuration = new FitnessConfiguration { Rules = new Dictionary<string, Severity?> { ["SF2001"] = null } };
        var judgement = JudgeTests.Judge(configuration, JudgeTests.Entry(_query)).Of(JudgeTests.Evidence() with { Rules = [Sample.UnboundedQuery] });
        Assert.Empty(judgement.Comparison.Stale);
        Assert.Single(judgement.Comparison.Kept);
        Assert.True(judgement.Complete);
    }

    [Fact]
    public void Where_methods_were_given_up_on_nothing_is_taken_for_solved()
    {
        var judgement = JudgeTests.Judge(null, JudgeTests.Entry(_query)).Of(JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery)) with { HasGaps = true });
        Assert.Empty(judgement.Comparison.Stale);
        Assert.Contains(judgement.Notes, n => n.Contains("taken for solved", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_analyse_fails_every_rule_that_saw_nothing()
    {
        var evidence = JudgeTests.Evidence(
            Sample.Outcome(KitRules.NothingToAnalyse, _nothing),
            new RuleOutcome(Sample.UnboundedQuery, 0, [], "the app does not use EF Core"),
            Sample.Outcome(Sample.StaticCache));
        var judgement = JudgeTests.Judge(null, JudgeTests.Entry(_query)).Of(evidence);

        Assert.False(JudgeTests.Verdict(judgement, "SF0004").Passed);
        Assert.Contains("SF0004", JudgeTests.Verdict(judgement, "SF2001").Problem, StringComparison.Ordinal);
        Assert.True(JudgeTests.Verdict(judgement, "SF1001").Passed);
        Assert.Empty(judgement.Comparison.Stale);
    }

    [Fact]
    public void Nothing_to_analyse_cannot_be_accepted()
    {
        var evidence = JudgeTests.Evidence(Sample.Outcome(KitRules.NothingToAnalyse, _nothing)) with { Suppressions = [Sample.Suppression("SF0004", "A:Shop")] };
        var judgement = JudgeTests.Judge(new() { ExcludedPaths = ["**"] }).Of(evidence);
        Assert.False(JudgeTests.Verdict(judgement, "SF0004").Passed);
        Assert.Empty(JudgeTests.Verdict(judgement, "SF0004").Entries);
        Assert.Empty(judgement.Added);
    }
}
