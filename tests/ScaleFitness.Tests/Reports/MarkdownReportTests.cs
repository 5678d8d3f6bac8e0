using ScaleFitness.Reports.Content;
using ScaleFitness.Reports.Markdown;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports;

public sealed class MarkdownReportTests
{
    private static readonly string Text = MarkdownReport.Of(SampleReport.Overview);

    [Fact]
    public void It_has_every_section() =>
        Assert.Equal(
            [
                "## 0. Scale assumed",
                "## 1. Risks ranked",
                "## 2. Findings",
                "## 3. What keeps a second instance from working",
                "## 4. Tenants",
                "## 5. Recommendations",
                "## 6. Readiness",
                "## 7. Accepted exceptions, and what was not looked at",
            ],
            Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));

    [Fact]
    public void A_finding_is_told_in_full() =>
        Assert.Contains(
            """
            ### SC-2 BLOCKER: unbounded query in M:Shop.Orders.OrderList.All

            SF2001 unbounded query · confidence high · fails

            **Evidence:** `src/Orders.cs:42` `Shop.Orders.OrderList.All`

            ```csharp
            return all;
            ```

            Path, from the entry point:

            1. `src/Orders.cs:12` `Shop.Orders.OrdersController.Get`: entry point: GET /orders
            1. `src/Orders.cs:42` `Shop.Orders.OrderList.All`

            **Impact:** At scale, SF2001 hurts.

            **Breaks** at 4.4x today's rows of Order: memory is full (what gives way: memory).

            Projection (an estimate, not a measurement) of rows per request:

            | 1x | 10x | 100x |
            |---|---|---|
            | 10,000 | 100,000 | 1,000,000 |

            Assuming 10,000 rows of Order today (default).

            **Fix:** Advice of SF2001. The work of a request then follows from what it asks for, and no longer from how much data there is.

            Before:

            ```csharp
            before();
            before();
            ```

            After:

            ```csharp
            after();
            ```

            **Would be confirmed by** the scenario *growth* on `GET /orders`.

            """.ReplaceLineEndings("\n"),
            Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("| instances | 4 | declared (context.instances) |")]
    [InlineData("| tenants | 100 | *default, not declared (context.tenants)* |")]
    [InlineData("1. at the second instance: they differ (SC-3)")]
    [InlineData("Severity: raised by the context.")]
    [InlineData("- `src/Orders.cs:50` `Shop.Prices.PriceCache.Set`: changed here too")]
    [InlineData("**Horizontal scaling ready: no.** 1 finding of the rules about state must go first.")]
    [InlineData("| Orders | blocked | SC-1, SC-2 |")]
    [InlineData("| SF2001 unbounded query | `src/Orders.cs:70` `Shop.Countries.All` | at most 250 countries (until 2027-12-31) | Ada Lovelace | 2027-01-01, 59 days |")]
    [InlineData("- SF3002 lock held across I/O: nothing locks")]
    [InlineData("- SF3003 sync over async: it threw")]
    [InlineData("- `Shop.Big.Method`: it has too many states")]
    [InlineData("- `Lost, Version=1.0.0.0`")]
    [InlineData("- a note")]
    public void It_says(string line) => Assert.Contains(line, Text.Split('\n'));

    [Theory]
    [InlineData("a * b_c _d | <e> [f](g) `h` # & i\nj", "a \\* b_c \\_d \\| \\<e\\> \\[f\\](g) \\`h\\` \\# \\& i j")]
    [InlineData("", "")]
    public void Texts_of_others_are_no_markup(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Of(text));

    [Theory]
    [InlineData("List<T>", "`List<T>`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`1", "`` `1 ``")]
    [InlineData("a | b", "`a \\| b`")]
    public void Neither_is_code(string code, string inline) => Assert.Equal(inline, MarkdownText.Inline(code));

    [Fact]
    public void A_snippet_cannot_end_its_block()
    {
        var finding = SampleReport.Query with { Where = SampleReport.Query.Where with { Location = SampleReport.Query.Where.Location! with { Snippet = "```\n# Not a heading" } } };
        Assert.Contains("````csharp\n```\n# Not a heading\n````\n", MarkdownReport.Of(SampleReport.Of(new RuleVerdict { Rule = Sample.UnboundedQuery, Failing = [finding] })), StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_without_findings_has_a_report_too()
    {
        var text = MarkdownReport.Of(SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache }));
        Assert.Contains("## 2. Findings\n\nNone.\n\n## 3.", text, StringComparison.Ordinal);
        Assert.Contains("**Horizontal scaling ready: yes.**", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_could_not_begin_says_why() =>
        Assert.Equal("# ScaleFitness report\n\nNothing was checked:\n\n```\nit broke\n```\n", MarkdownReport.Of(SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Problem = "it broke" })));

    [Fact]
    public void It_knows_no_machine()
    {
        Assert.DoesNotContain("/repo", Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Text);
        Assert.DoesNotContain("\n\n\n", Text, StringComparison.Ordinal);
        Assert.EndsWith("\n", Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_nothing(string culture) => Assert.Equal(Text, Under.Culture(culture, () => MarkdownReport.Of(new Overview(SampleReport.Input))));
}
