using ScaleFitness.Baselines;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Verdicts;

public sealed class KitFindingsTests
{
    private static readonly Finding _query = Sample.Finding(Sample.UnboundedQuery);

    [Theory]
    [InlineData("", null, "without a reason")]
    [InlineData("  ", null, "without a reason")]
    [InlineData("measured", "2027-02-28", "until 2027-02-28 (UTC)")]
    [InlineData("measured", "2027-03-01", null)]
    [InlineData("measured", null, null)]
    public void An_exception_needs_a_reason_and_ends_with_its_day(string because, string? until, string? wrong)
    {
        var entry = new AcceptedException("SF2001", "M:Shop.Orders.List", because, until is null ? null : DateOnly.Parse(until), new(3, 5));
        var judgement = JudgeTests.Judge(null, entry).Of(JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)));
        var verdict = JudgeTests.Verdict(judgement, "SF0001");

        Assert.True(JudgeTests.Verdict(judgement, "SF2001").Passed);
        Assert.Equal(wrong is null, verdict.Passed);
        if (wrong is null)
            return;
        var finding = Assert.Single(verdict.Failing);
        Assert.Contains(wrong, finding.Message, StringComparison.Ordinal);
        Assert.Equal("tests/ScaleFitness.verified.json(3,5)", finding.Where.Location!.ToString());
        Assert.Empty(verdict.Entries);
    }

    [Fact]
    public void It_fails_wherever_what_it_accepts_would_have_failed()
    {
        var configuration = new FitnessConfiguration { FailOn = new(Severity.Blocker, Confidence.High) };
        var judgement = JudgeTests.Judge(configuration, new AcceptedException("SF2001", "M:Shop.Orders.List", ""))
            .Of(JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)));
        Assert.Equal(Severity.Blocker, Assert.Single(JudgeTests.Verdict(judgement, "SF0001").Failing).Severity);
    }

    [Fact]
    public void An_attribute_without_a_justification_is_one_too()
    {
        var evidence = JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)) with { Suppressions = [Sample.Suppression("SF2001", "T:Shop.Orders", " ")] };
        var judgement = JudgeTests.Judge().Of(evidence);
        Assert.True(JudgeTests.Verdict(judgement, "SF2001").Passed);
        Assert.Contains("no Justification", Assert.Single(JudgeTests.Verdict(judgement, "SF0001").Failing).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_rule_cannot_be_accepted_by_an_attribute()
    {
        var evidence = JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)) with
        {
            Suppressions = [Sample.Suppression("SF2001", "T:Shop.Orders", ""), Sample.Suppression("SF0001", "T:Shop.Orders")],
        };
        Assert.False(JudgeTests.Verdict(JudgeTests.Judge().Of(evidence), "SF0001").Passed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_no_longer_occurs_is_told_on_ci_alone(bool onCi)
    {
        var judge = new Judge(new(), [JudgeTests.Entry(_query)], new(new(2027, 3, 1), onCi, new("v.json", "/repo/v.json"), null));
        var verdict = JudgeTests.Verdict(judge.Of(JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery))), "SF0002");

        Assert.True(verdict.Passed);
        Assert.Equal(onCi ? [Severity.Low] : [], verdict.Reported.Select(f => f.Severity));
    }

    [Fact]
    public void An_undeclared_scale_is_told_and_does_not_fail()
    {
        var without = JudgeTests.Verdict(JudgeTests.Judge().Of(JudgeTests.Evidence()), "SF0006");
        Assert.Equal(Severity.Low, Assert.Single(without.Reported).Severity);
        var declared = new FitnessConfiguration { Context = new() { Declared = new HashSet<string> { "instances" } } };
        Assert.Empty(JudgeTests.Verdict(JudgeTests.Judge(declared).Of(JudgeTests.Evidence()), "SF0006").Reported);
    }

    [Fact]
    public void The_rules_about_exceptions_can_be_turned_off()
    {
        var configuration = new FitnessConfiguration { Rules = new Dictionary<string, Severity?> { ["SF0001"] = null, ["SF0006"] = null } };
        var judgement = JudgeTests.Judge(configuration, new AcceptedException("SF2001", "M:Shop.Orders.List", ""))
            .Of(JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery, _query)));
        Assert.True(JudgeTests.Verdict(judgement, "SF0001").Passed);
        Assert.Empty(JudgeTests.Verdict(judgement, "SF0006").Reported);
    }

    [Fact]
    public void An_attribute_that_names_an_unknown_rule_is_told_with_the_nearest()
    {
        var evidence = JudgeTests.Evidence(Sample.Outcome(Sample.UnboundedQuery)) with { Suppressions = [Sample.Suppression("SF20x1", "T:Shop.Orders")] };
        Assert.Contains(JudgeTests.Judge().Of(evidence).Notes, n => n.Contains("\"SF20x1\"; did you mean \"SF2001\"?", StringComparison.Ordinal));
    }
}
