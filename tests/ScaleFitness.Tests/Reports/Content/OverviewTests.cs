using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports.Content;

public sealed class OverviewTests
{
    private static readonly Overview Overview = SampleReport.Overview;

    [Fact]
    public void Findings_are_numbered_from_the_worst()
    {
        // Both blockers first: of them the one that breaks first, hint or not; then HIGH.
        Assert.Equal([("SC-1", "SF3001"), ("SC-2", "SF2001"), ("SC-3", "SF1001")], Overview.Findings.Select(f => (f.Id, f.Finding.Rule.Id)));
        Assert.Equal([false, true, true], Overview.Findings.Select(f => f.Fails));
        Assert.Equal((2, 1), (Overview.Count(Severity.Blocker), Overview.Count(Severity.Blocker, Confidence.Low)));
    }

    [Fact]
    public void What_breaks_first_is_no_hint() =>
        Assert.Equal(["at the second instance: they differ", "at 4.4x today's rows of Order: memory is full"], Overview.Breaking.Select(b => b.Point.Text));

    [Fact]
    public void Findings_that_break_at_one_point_are_told_of_once()
    {
        var other = SampleReport.Query with { Where = Sample.Place("M:Shop.Other", 90) };
        var breaking = Assert.Single(SampleReport.Of(new RuleVerdict { Rule = Sample.UnboundedQuery, Failing = [SampleReport.Query, other] }).Breaking);
        Assert.Equal(["SC-1", "SC-2"], breaking.Findings.Select(f => f.Id));
    }

    [Fact]
    public void A_second_instance_works_unless_a_rule_about_state_fails()
    {
        Assert.Equal("no", Overview.Horizontal.Answer);
        Assert.Equal(["SC-3"], Overview.Horizontal.Reasons.Select(f => f.Id));
        Assert.Equal("yes", SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Reported = [SampleReport.Cache] }).Horizontal.Answer);
        var accepted = SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Accepted = [new(SampleReport.Cache, "why", null, true)] }).Horizontal;
        Assert.Equal("yes", accepted.Answer);
        Assert.Contains("1 accepted exception of these rules is taken on trust", accepted.Why, StringComparison.Ordinal);
        Assert.Equal("not known", SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Problem = "it threw" }).Horizontal.Answer);
    }

    [Fact]
    public void One_instance_for_good_is_said_to_be_one()
    {
        var overview = new Overview(new() { Verdicts = [new() { Rule = Sample.StaticCache, Reported = [SampleReport.Cache] }], Context = new() { Instances = 1 } });
        Assert.Equal("no", overview.Horizontal.Answer);
        Assert.Contains("context.instances", overview.Horizontal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Components_are_the_namespaces_without_what_they_have_in_common() =>
        // The hint does not block Orders; its query does.
        Assert.Equal([("Orders", "blocked"), ("Prices", "of concern"), ("Countries", "ready")], Overview.Components.Select(c => (c.Name, c.State)));

    [Fact]
    public void A_nested_type_is_no_namespace()
    {
        var finding = Sample.Finding(Sample.StaticCache, "F:Shop.Orders.Outer.Inner._all");
        var overview = new Overview(new() { Verdicts = [new() { Rule = Sample.StaticCache, Failing = [finding] }], Namespaces = ["Shop", "Shop.Orders"] });
        Assert.Equal([("Orders", "of concern"), ("Shop", "ready")], overview.Components.Select(c => (c.Name, c.State)));
    }

    [Fact]
    public void Code_without_a_namespace_is_a_component_and_a_file_is_none()
    {
        var overview = new Overview(new()
        {
            Verdicts =
            [
                new() { Rule = Sample.StaticCache, Failing = [Sample.Finding(Sample.StaticCache, "M:Program.Main")] },
                new() { Rule = KitRules.NoScaleDeclared, Reported = [Sample.Finding(KitRules.NoScaleDeclared, "scalefitness.json")] },
            ],
            Namespaces = ["Shop.Orders"],
        });
        Assert.Equal([("(no namespace)", "of concern"), ("Orders", "ready")], overview.Components.Select(c => (c.Name, c.State)));
    }

    [Fact]
    public void Blockers_go_first_and_hints_last()
    {
        string Rules(string when) => string.Join(' ', Recommendation.Of(Overview.Findings, when).Select(r => r.Rule.Id));
        Assert.Equal(("SF2001", "SF1001", "SF3001"), (Rules("now"), Rules("next"), Rules("later")));
        Assert.Equal(["GET /orders"], Assert.Single(Recommendation.Of(Overview.Findings, "now")).Entries);
    }

    [Theory]
    [InlineData("SF1001", "second instance")]
    [InlineData("SF1004", "concurrency")]
    [InlineData("SF2001", "growth")]
    [InlineData("SF3001", "concurrency")]
    [InlineData("SF4001", "burst")]
    [InlineData("SF5001", "steady load")]
    [InlineData("SF5002", "slow neighbour")]
    [InlineData("SF0006", null)]
    [InlineData("SHOP001", null)]
    public void Each_finding_has_the_scenario_that_would_show_it(string rule, string? scenario) =>
        Assert.Equal(scenario, LoadScenario.Of(Sample.Finding(Sample.Rule(rule, "rule")))?.Name);

    [Fact]
    public void Why_a_fix_helps_is_the_rules_own_word_or_its_areas()
    {
        var rule = Sample.UnboundedQuery;
        Assert.Contains("how much data there is", Benefit.Of(Sample.Finding(rule)), StringComparison.Ordinal);
        Assert.Equal("So there.", Benefit.Of(Sample.Finding(rule with { Fix = rule.Fix with { Why = "So there." } })));
    }

    [Theory]
    [InlineData(2027, 3, 1, "new")]
    [InlineData(2027, 2, 28, "1 day")]
    [InlineData(2027, 1, 1, "59 days")]
    [InlineData(2026, 3, 1, "12 months")]
    [InlineData(2024, 3, 1, "3 years")]
    [InlineData(2030, 1, 1, "new")]
    public void Ages_are_said_in_units_that_people_use(int year, int month, int day, string age) =>
        Assert.Equal(age, AcceptedEntry.AgeOf(new(year, month, day), new(2027, 3, 1)));

    [Fact]
    public void An_exception_has_its_owner_and_age_where_git_knows()
    {
        var entry = Assert.Single(Overview.Accepted);
        Assert.Equal(("at most 250 countries (until 2027-12-31)", "Ada Lovelace", "2027-01-01, 59 days"), (entry.Reason, entry.Owner, entry.Age));
        var unknown = Assert.Single(new Overview(SampleReport.Input with { OriginOf = _ => null }).Accepted);
        Assert.Equal(("", ""), (unknown.Owner, unknown.Age));
        Assert.Equal("not committed yet", Assert.Single(new Overview(SampleReport.Input with { OriginOf = _ => new("", null) }).Accepted).Age);
    }

    [Fact]
    public void The_scale_says_what_was_declared() =>
        Assert.Equal(
            [("4", true), ("100", false), ("10x", false), ("100", false), ("250", true), ("10,000", false)],
            ScaleRow.Of(SampleReport.Input.Context).Select(r => (r.Value, r.IsDeclared)));
}
