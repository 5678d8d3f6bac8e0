using ScaleFitness.Findings;
using ScaleFitness.Reports;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports;

public sealed class VerdictMessageTests
{
    private static readonly Finding _full = Sample.Finding(Sample.UnboundedQuery, subject: "Order") with
    {
        Path = [Sample.Place("M:Shop.OrdersController.Get(System.Int32)", 12, "GET /orders"), Sample.Place("M:Shop.Orders.List")],
        Related = [Sample.Place("M:Shop.Orders.Load", 50)],
        Projection = new("rows per request", "10,000 rows", "100,000 rows", "1,000,000 rows", ["Order has 10,000 rows (default)"]) { BreaksAt = new(4.2, "at 4.2x today's rows: memory is full"), Exhausts = Resource.Memory },
        SeverityNote = "raised by the context",
        SpecificFix = new("Page the query.", "orders.ToList()", "orders.Take(50)\n  .ToList()"),
    };

    [Fact]
    public void A_failing_rule_says_everything() =>
        Assert.Equal(
            """
            SF2001 unbounded query: 1 new finding. Summary of SF2001.

            [1] SF2001 BLOCKER, confidence high: unbounded query in M:Shop.Orders.List
              severity  raised by the context
              where     src/Orders.cs:42 Shop.Orders.List
                        return all;
              path, from the entry point:
               at Shop.OrdersController.Get() in /repo/src/Orders.cs:line 12  // GET /orders
               at Shop.Orders.List() in /repo/src/Orders.cs:line 42
              see also:
               at Shop.Orders.Load() in /repo/src/Orders.cs:line 50
              projection (an estimate, not a measurement) of rows per request: 1x 10,000 rows; 10x 100,000 rows; 100x 1,000,000 rows
                        breaks at 4.2x today's rows: memory is full (what gives way: memory)
                        assuming Order has 10,000 rows (default)
              fix       Page the query.
              before    orders.ToList()
              after     orders.Take(50)
                          .ToList()
            /repo/src/Orders.cs(42,9): error SF2001: unbounded query in M:Shop.Orders.List
               at Shop.Orders.List() in /repo/src/Orders.cs:line 42

              at scale  At scale, SF2001 hurts.
              docs      docs/rules/SF2001.md

            Paste:
                { "entry": 1 }
            """.ReplaceLineEndings("\n"),
            VerdictMessage.Of(new() { Rule = Sample.UnboundedQuery, Failing = [_full], Entries = ["{ \"entry\": 1 }"] }, "Paste:"));

    [Fact]
    public void The_rules_own_fix_is_said_once_for_all()
    {
        var message = VerdictMessage.Of(new() { Rule = Sample.StaticCache, Failing = [Sample.Finding(Sample.StaticCache), Sample.Finding(Sample.StaticCache, line: 50)] }, "");
        Assert.Equal(2, message.Split("Advice of SF1001.").Length);
        Assert.Contains("  before    before();\n            before();\n  after     after();", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failing_findings_come_first_and_the_entries_last()
    {
        var verdict = new RuleVerdict
        {
            Rule = Sample.StaticCache,
            Failing = [Sample.Finding(Sample.StaticCache, "F:Shop.New")],
            Reported = [Sample.Finding(Sample.StaticCache, "F:Shop.Hint")],
            Accepted = [new(Sample.Finding(Sample.StaticCache, "F:Shop.Old"), "measured", new(2027, 3, 1), false), new(Sample.Finding(Sample.StaticCache, "F:Shop.Older"), "", null, true)],
            Entries = ["{ 1 }", "{ 2 }"],
        };
        var message = VerdictMessage.Of(verdict, "Paste:");

        Assert.True(message.IndexOf("F:Shop.New", StringComparison.Ordinal) < message.IndexOf("F:Shop.Hint", StringComparison.Ordinal));
        Assert.Contains("because: measured (until 2027-03-01)", message, StringComparison.Ordinal);
        Assert.Contains("because: no reason given", message, StringComparison.Ordinal);
        Assert.EndsWith("\n\nPaste:\n    { 1 },\n    { 2 }", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SF2001 unbounded query: passed; 212 candidates examined, 0 accepted, 0 reported.", 212, null)]
    [InlineData("SF2001 unbounded query: not applicable: no EF Core", 0, "no EF Core")]
    public void A_passing_rule_says_one_line(string expected, int examined, string? reason) =>
        Assert.Equal(expected, VerdictMessage.Of(new() { Rule = Sample.UnboundedQuery, Examined = examined, NotApplicable = reason }, "Paste:"));

    [Fact]
    public void A_rule_with_a_problem_says_it() =>
        Assert.Equal("it threw", VerdictMessage.Of(new() { Rule = Sample.UnboundedQuery, Problem = "it threw" }, "Paste:"));
}
