using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports.Content;

public sealed class ConsoleSummaryTests
{
    [Fact]
    public void A_passing_run_says_one_line() =>
        Assert.Equal("ScaleFitness: all is well.", ConsoleSummary.Of("ScaleFitness: all is well.", SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Reported = [SampleReport.Cache] }), "/out/report.html"));

    [Fact]
    public void A_failing_run_says_what_breaks_first_and_where_to_read_on() =>
        Assert.Equal(
            """
            ScaleFitness: something fails.
              open findings: 2 BLOCKER, 1 HIGH, 0 MEDIUM, 0 LOW, 0 INFO; horizontal scaling ready: no
              breaks first (projected): at the second instance: they differ (SC-3)
              blocker SC-1 SF3001: global lock in M:Shop.Orders.OrderList.Lock (src/Orders.cs:60)
              blocker SC-2 SF2001: unbounded query in M:Shop.Orders.OrderList.All (src/Orders.cs:42)
              report: /out/report.html
            """.ReplaceLineEndings("\n"),
            ConsoleSummary.Of("ScaleFitness: something fails.", SampleReport.Overview, "/out/report.html"));

    [Fact]
    public void Many_blockers_are_counted()
    {
        var findings = Enumerable.Range(0, 12).Select(i => Sample.Finding(Sample.UnboundedQuery, $"M:Shop.Orders.List{i:00}", i + 1)).ToList();
        var text = ConsoleSummary.Of("s", SampleReport.Of(new RuleVerdict { Rule = Sample.UnboundedQuery, Failing = findings }), null);
        Assert.EndsWith("\n  and 2 more blockers", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_could_not_begin_leads_to_its_report()
    {
        var text = ConsoleSummary.Of("ScaleFitness: nothing was checked. it broke", SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Problem = "it broke" }), "/out/report.html");
        Assert.Equal("ScaleFitness: nothing was checked. it broke\n  report: /out/report.html", text);
    }
}
