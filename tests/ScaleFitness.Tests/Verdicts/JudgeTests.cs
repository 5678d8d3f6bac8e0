using ScaleFitness.Baselines;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Verdicts;

public sealed class JudgeTests
{
    private static readonly Finding _query = Sample.Finding(Sample.UnboundedQuery);
    private static readonly Finding _cache = Sample.Finding(Sample.StaticCache, "F:Shop.Prices._all");

    [Theory]
    [InlineData(Severity.Medium, Confidence.Medium, true)]
    [InlineData(Severity.Blocker, Confidence.High, true)]
    [InlineData(Severity.Low, Confidence.High, false)]
    [InlineData(Severity.Blocker, Confidence.Low, false)]
    public void Medium_and_up_fails_on_both_scales(Severity severity, Confidence confidence, bool fails)
    {
        var finding = _query with { Severity = severity, Confidence = confidence };
        var verdict = Of(Judge(), Evidence(Sample.Outcome(Sample.UnboundedQuery, finding)), "SF2001");

        Assert.Equal(!fails, verdict.Passed);
        Assert.Equal(fails ? [finding] : [], verdict.Failing);
        Assert.Equal(fails ? [] : [finding], verdict.Reported);
    }

    [Fact]
    public void What_fails_is_configured()
    {
        var configuration = new FitnessConfiguration { FailOn = new(Severity.Low, Confidence.Low) };
        var hint = _query with { Severity = Severity.Low, Confidence = Confidence.Low };
        Assert.False(Of(Judge(configuration), Evidence(Sample.Outcome(Sample.UnboundedQuery, hint)), "SF2001").Passed);
    }

    [Fact]
    public void A_rule_has_the_severity_it_was_given()
    {
        var configuration = Rules(("SF2001", Severity.Low));
        var verdict = Of(Judge(configuration), Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)), "SF2001");
        Assert.True(verdict.Passed);
        Assert.Equal(Severity.Low, Assert.Single(verdict.Reported).Severity);
    }

    [Fact]
    public void A_rule_that_is_off_passes_and_says_so()
    {
        var verdict = Of(Judge(Rules(("SF2001", null))), Evidence(), "SF2001", Sample.UnboundedQuery);
        Assert.True(verdict.Passed);
        Assert.Equal("turned off in the configuration", verdict.NotApplicable);
    }

    [Fact]
    public void A_single_instance_makes_the_horizontal_rules_information()
    {
        var configuration = new FitnessConfiguration { Context = new() { Instances = 1 } };
        var judgement = Judge(configuration).Of(Evidence(Sample.Outcome(Sample.StaticCache, _cache), Sample.Outcome(Sample.UnboundedQuery, _query)));

        var information = Assert.Single(Verdict(judgement, "SF1001").Reported);
        Assert.Equal(Severity.Info, information.Severity);
        Assert.Contains("context.instances", information.SeverityNote, StringComparison.Ordinal);
        Assert.False(Verdict(judgement, "SF2001").Passed);
    }

    [Fact]
    public void What_is_said_of_one_rule_weighs_more_than_the_number_of_instances()
    {
        var configuration = Rules(("SF1001", Severity.High)) with { Context = new() { Instances = 1 } };
        Assert.False(Of(Judge(configuration), Evidence(Sample.Outcome(Sample.StaticCache, _cache)), "SF1001").Passed);
    }

    [Theory]
    [InlineData("**/Orders.cs", true)]
    [InlineData("SRC/**", true)]
    [InlineData("src\\*.cs", true)]
    [InlineData("**/Migrations/**", false)]
    public void Files_that_are_left_out_do_not_count(string glob, bool leftOut)
    {
        var judgement = Judge(new() { ExcludedPaths = [glob] }).Of(Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)));
        Assert.Equal(leftOut, Verdict(judgement, "SF2001").Passed);
        Assert.Equal(leftOut, judgement.Notes.Any(n => n.Contains("paths.exclude", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_is_left_out_does_not_drop_its_exception()
    {
        var judgement = Judge(new() { ExcludedPaths = ["**"] }, Entry(_query)).Of(Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)));
        Assert.Empty(judgement.Comparison.Stale);
    }

    [Fact]
    public void An_accepted_finding_passes_with_its_reason()
    {
        var verdict = Of(Judge(null, Entry(_query)), Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)), "SF2001");
        Assert.True(verdict.Passed);
        Assert.Equal("measured", Assert.Single(verdict.Accepted).Reason);
        Assert.Empty(verdict.Entries);
    }

    [Fact]
    public void Each_failing_finding_has_its_entry_to_paste()
    {
        var verdict = Of(Judge(), Evidence(Sample.Outcome(Sample.UnboundedQuery, _query, _query)), "SF2001");
        Assert.Equal(
            [
                """{ "rule": "SF2001", "at": "M:Shop.Orders.List", "because": "" }""",
                """{ "rule": "SF2001", "at": "M:Shop.Orders.List~2", "because": "" }""",
            ],
            verdict.Entries);
    }

    [Fact]
    public void Verdicts_come_in_the_order_of_ids_and_each_rule_has_one()
    {
        var judgement = Judge().Of(Evidence(Sample.Outcome(Sample.UnboundedQuery, _query), Sample.Outcome(Sample.StaticCache)));
        Assert.Equal(["SF0001", "SF0002", "SF0003", "SF0004", "SF0005", "SF0006", "SF1001", "SF2001"], judgement.Verdicts.Select(v => v.Rule.Id));
    }

    [Fact]
    public void A_finding_is_never_lost_because_it_names_another_rule()
    {
        var verdict = Of(Judge(), Evidence(Sample.Outcome(Sample.StaticCache, _query)), "SF1001");
        Assert.False(verdict.Passed);
        Assert.Equal("SF1001", verdict.FirstFailure!.Rule.Id);
    }

    [Fact]
    public void A_setting_without_effect_is_told()
    {
        var configuration = new FitnessConfiguration { ChangedSince = "origin/main", Modules = new Dictionary<string, string> { ["A"] = "A.*" } };
        Assert.Equal(2, Judge(configuration).Of(Evidence()).Notes.Count);
    }

    [Fact]
    public void Not_applicable_passes_and_says_why()
    {
        var verdict = Of(Judge(), Evidence(new RuleOutcome(Sample.UnboundedQuery, 0, [], "the app does not use EF Core")), "SF2001");
        Assert.True(verdict.Passed);
        Assert.Equal("the app does not use EF Core", verdict.NotApplicable);
    }

    internal static Judge Judge(FitnessConfiguration? configuration = null, params AcceptedException[] entries) =>
        new(configuration ?? new(), entries, new(new(2027, 3, 1), OnCi: false, new("tests/ScaleFitness.verified.json", "/repo/tests/ScaleFitness.verified.json"), null));

    internal static Evidence Evidence(params RuleOutcome[] outcomes) => new() { Rules = outcomes.Select(o => o.Rule).ToList(), Outcomes = outcomes };

    internal static AcceptedException Entry(Finding finding) => new(finding.Rule.Id, finding.Fingerprint.At, "measured");

    internal static RuleVerdict Verdict(Judgement judgement, string rule) => judgement.Verdicts.Single(v => v.Rule.Id == rule);

    private static RuleVerdict Of(Judge judge, Evidence evidence, string rule, params RuleInfo[] further) =>
        Verdict(judge.Of(evidence with { Rules = [.. evidence.Rules, .. further] }), rule);

    private static FitnessConfiguration Rules(params (string Id, Severity? Severity)[] rules) =>
        new() { Rules = rules.ToDictionary(r => r.Id, r => r.Severity) };
}
