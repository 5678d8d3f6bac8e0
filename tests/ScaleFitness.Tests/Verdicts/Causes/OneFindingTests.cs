using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Verdicts.Causes;

/// <summary>One defect, one finding: which of two rules speaks, and when the other does after all.</summary>
public sealed class OneFindingTests
{
    private static readonly RuleInfo Global = Sample.Rule("SF3001", "global lock", Severity.Blocker);
    private static readonly RuleInfo AcrossIo = Sample.Rule("SF3002", "lock held across I/O", Severity.High);
    private static readonly RuleInfo Jobs = Sample.Rule("SF1012", "job state in memory", Severity.High);

    private static readonly Finding Silent = Sample.Finding(Global);
    private static readonly Finding Speaking = Sample.Finding(AcrossIo) with { Severity = Severity.Blocker };

    [Fact]
    public void One_statement_is_reported_once_and_the_other_rule_is_mentioned()
    {
        var judgement = Judge();
        Assert.Empty(Of(judgement, Global).Failing);
        var finding = Assert.Single(Of(judgement, AcrossIo).Failing);
        Assert.Equal("SF3001 global lock sees it too", Assert.Single(finding.Related).Note);
        Assert.Equal([AcrossIo.Id], Counted(judgement).Select(f => f.Rule.Id));
        Assert.Equal([AcrossIo.Id], judgement.Added.Select(f => f.Rule.Id));
    }

    [Theory]
    [InlineData(42, 9, 42, 30, true)]
    [InlineData(42, 20, 42, 25, true)] // the call inside it
    [InlineData(41, 1, 43, 2, true)] // the block around it
    [InlineData(42, 30, 42, 40, false)] // the next one on the line
    [InlineData(43, 9, 43, 30, false)]
    public void What_overlaps_is_one_statement(int line, int column, int endLine, int endColumn, bool same)
    {
        var other = Silent with { Where = Silent.Where with { Location = new("src/Orders.cs", line, column, endLine, endColumn) } };
        Assert.Equal(same ? 1 : 2, Counted(Judge(null, [], other, Speaking)).Count());
    }

    [Fact]
    public void Another_file_is_another_statement()
    {
        var other = Silent with { Where = Silent.Where with { Location = Silent.Where.Location! with { File = "src/Other.cs" } } };
        Assert.Equal(2, Counted(Judge(null, [], other, Speaking)).Count());
    }

    [Fact]
    public void One_that_points_to_the_others_place_has_its_cause()
    {
        var elsewhere = Sample.Finding(Global, "M:Shop.Other", 7) with { Related = [Sample.Place("M:Shop.Orders.List")] };
        Assert.Single(Counted(Judge(null, [], elsewhere, Speaking)));
    }

    [Fact]
    public void Without_debug_information_the_member_tells()
    {
        Finding Bare(Finding finding) => finding with { Where = finding.Where with { Location = null } };
        Assert.Single(Counted(Judge(null, [], Bare(Silent), Bare(Speaking))));
    }

    [Fact]
    public void One_field_is_reported_once_wherever_its_findings_stand()
    {
        var cache = Sample.Finding(Sample.StaticCache, "F:Shop.Jobs._queue", 3);
        var jobs = Sample.Finding(Jobs, "M:Shop.Jobs.Enqueue", 20) with { Related = [Sample.Place("F:Shop.Jobs._queue", 3)] };
        Assert.Equal([Jobs.Id], Counted(Judge(null, [], cache, jobs)).Select(f => f.Rule.Id));
        Assert.Equal(2, Counted(Judge(null, [], cache, Sample.Finding(Jobs, "M:Shop.Jobs.Enqueue", 20))).Count());
    }

    [Fact]
    public void One_captured_variable_is_reported_once()
    {
        var cache = Sample.Finding(Sample.StaticCache, "M:Program.Main", 3, "visits");
        var jobs = Sample.Finding(Jobs, "M:Program.Main", 9, "visits");
        Assert.Equal([Jobs.Id], Counted(Judge(null, [], cache, jobs)).Select(f => f.Rule.Id));
        Assert.Equal(2, Counted(Judge(null, [], cache, jobs with { Subject = "hits" })).Count());
    }

    [Fact]
    public void The_last_that_speaks_mentions_all()
    {
        // SF2005 over SF2001 over SF2004.
        var filtered = Sample.Finding(Sample.Rule("SF2005", "filtering after loading", Severity.High), "M:Shop.Orders.List");
        var unbounded = Sample.Finding(Sample.Rule("SF2001", "unbounded query", Severity.Blocker), "M:Shop.Orders.List");
        var aggregate = Sample.Finding(Sample.Rule("SF2004", "whole-table aggregate", Severity.Medium), "M:Shop.Orders.List");
        var finding = Assert.Single(Counted(Judge(null, [], aggregate, unbounded, filtered)));
        Assert.Equal(["SF2001 unbounded query sees it too", "SF2004 whole-table aggregate sees it too"], finding.Related.Select(p => p.Note));
    }

    [Fact]
    public void An_accepted_finding_speaks_for_its_cause()
    {
        var judgement = Judge(null, [JudgeTests.Entry(Speaking)]);
        Assert.All([Global, AcrossIo], rule => Assert.True(Of(judgement, rule).Passed));
        Assert.Contains("sees it too", Assert.Single(Of(judgement, AcrossIo).Accepted).Finding.Related[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_finding_of_the_silent_rule_stays_listed()
    {
        var judgement = Judge(null, [JudgeTests.Entry(Silent)]);
        Assert.Single(Of(judgement, Global).Accepted);
        Assert.Single(Of(judgement, AcrossIo).Failing);
        Assert.Empty(judgement.Comparison.Stale);
    }

    [Fact]
    public void A_rule_that_is_off_silences_none()
    {
        var configuration = new FitnessConfiguration { Rules = new Dictionary<string, Severity?> { [AcrossIo.Id] = null } };
        Assert.Single(Of(Judge(configuration), Global).Failing);
    }

    [Fact]
    public void A_file_that_is_left_out_silences_none()
    {
        var excluded = Speaking with
        {
            Where = Sample.Place("M:Shop.Generated", 1) with { Location = new("gen/Generated.cs", 1, 1, 1, 9) },
            Related = [Silent.Where],
        };
        Assert.Single(Of(Judge(new() { ExcludedPaths = ["gen/**"] }, [], Silent, excluded), Global).Failing);
    }

    [Fact]
    public void What_fails_no_test_silences_nothing_that_would()
    {
        var hint = Speaking with { Confidence = Confidence.Low };
        var judgement = Judge(null, [], Silent, hint);
        Assert.Equal("SF3002 lock held across I/O sees it too", Assert.Single(Of(judgement, Global).Failing).Related[0].Note);
        Assert.Empty(Of(judgement, AcrossIo).Reported);
        // Neither fails: the table decides.
        Assert.Equal([AcrossIo.Id], Counted(Judge(null, [], Silent with { Confidence = Confidence.Low }, hint)).Select(f => f.Rule.Id));
    }

    [Fact]
    public void A_defect_is_as_bad_as_the_worst_that_sees_it()
    {
        var finding = Assert.Single(Of(Judge(null, [], Silent, Speaking with { Severity = Severity.Medium }), AcrossIo).Failing);
        Assert.Equal(Severity.Blocker, finding.Severity);
        Assert.Equal("as SF3001 global lock grades the same cause", finding.SeverityNote);
    }

    [Fact]
    public void A_severity_that_was_set_is_kept()
    {
        var configuration = new FitnessConfiguration { Rules = new Dictionary<string, Severity?> { [AcrossIo.Id] = Severity.Medium } };
        Assert.Equal(Severity.Medium, Assert.Single(Of(Judge(configuration), AcrossIo).Failing).Severity);
    }

    private static Judgement Judge() => Judge(null);

    private static Judgement Judge(FitnessConfiguration? configuration, params ScaleFitness.Baselines.AcceptedException[] entries) => Judge(configuration, entries, Silent, Speaking);

    private static Judgement Judge(FitnessConfiguration? configuration, ScaleFitness.Baselines.AcceptedException[] entries, params Finding[] findings) =>
        JudgeTests.Judge(configuration, entries).Of(JudgeTests.Evidence([.. findings.GroupBy(f => f.Rule).Select(g => Sample.Outcome(g.Key, [.. g]))]));

    private static RuleVerdict Of(Judgement judgement, RuleInfo rule) => JudgeTests.Verdict(judgement, rule.Id);

    private static IEnumerable<Finding> Counted(Judgement judgement) => judgement.Findings.Where(f => f.Rule.Id != KitRules.NoScaleDeclared.Id);
}
