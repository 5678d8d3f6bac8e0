using System.Xml.Linq;
using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;
using ScaleFitness.Reports.Html;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports;

public sealed class HtmlReportTests
{
    private const string Evil = "</pre></style><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'\0";

    private static readonly string Text = HtmlReport.Of(SampleReport.Overview);

    // Written as XML too, so that a test can tell that every element ends where it should.
    private static readonly XElement Page = XElement.Parse(Text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));

    [Fact]
    public void It_has_every_section() =>
        Assert.Equal(
            [
                "0. Scale assumed",
                "1. Risks ranked",
                "2. Findings",
                "3. What keeps a second instance from working",
                "4. Tenants",
                "5. Recommendations",
                "6. Readiness",
                "7. Accepted exceptions, and what was not looked at",
            ],
            Page.Descendants("h2").Select(h => h.Value));

    [Fact]
    public void It_has_every_finding_in_full()
    {
        Assert.Equal(["SC-1", "SC-2", "SC-3"], Page.Descendants("article").Select(a => (string)a.Attribute("id")!));
        var query = Page.Descendants("article").Single(a => (string)a.Attribute("id")! == "SC-2").Value;
        Assert.All(
            ["BLOCKER", "unbounded query in M:Shop.Orders.OrderList.All", "confidence high", "src/Orders.cs:42", "return all;", "entry point: GET /orders", "At scale, SF2001 hurts.", "at 4.4x today's rows of Order: memory is full", "1,000,000", "Assuming 10,000 rows of Order today (default).", "Advice of SF2001.", "before();", "after();", "growth"],
            text => Assert.Contains(text, query, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Horizontal scaling ready: no.")]
    [InlineData("Ada Lovelace")]
    [InlineData("at most 250 countries (until 2027-12-31)")]
    [InlineData("nothing locks")]
    [InlineData("it threw")]
    [InlineData("Shop.Big.Method")]
    [InlineData("Lost, Version=1.0.0.0")]
    [InlineData("default, not declared (context.tenants)")]
    [InlineData("raised by the context")]
    [InlineData("changed here too")]
    public void It_says(string text) => Assert.Contains(text, Page.Value, StringComparison.Ordinal);

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        Assert.Empty(Page.Descendants("script").Concat(Page.Descendants("link")).Concat(Page.Descendants("img")));
        Assert.DoesNotContain(Page.Descendants().Attributes(), a => a.Name == "src" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(Page.Descendants().Attributes("href"), a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal));
        var style = Page.Descendants("style").Single().Value;
        Assert.All(["url(", "@import", "http"], text => Assert.DoesNotContain(text, style, StringComparison.Ordinal));
        Assert.Contains(Page.Descendants("meta"), m => ((string?)m.Attribute("content"))?.StartsWith("default-src 'none';", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var ids = Page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Page.Descendants().Attributes("href"), a => Assert.Contains(a.Value[1..], ids));
    }

    [Fact]
    public void It_is_readable_in_the_dark_and_on_paper()
    {
        var style = Page.Descendants("style").Single().Value;
        Assert.Contains("@media (prefers-color-scheme: dark)", style, StringComparison.Ordinal);
        Assert.Contains("@media print", style, StringComparison.Ordinal);
        Assert.All(Words.Severities.Keys, s => Assert.Contains($"#show-{s}:not(:checked)) .finding.{s}", style, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_comes_from_an_app_becomes_part_of_the_page()
    {
        var place = new Place("M:" + Evil, Evil, new(Evil, 1, 1, 1, 2) { Snippet = Evil }, Evil);
        var rule = new RuleInfo("SF2001", Evil, Severity.High, Evil, Evil, new(Evil, Evil, Evil) { Why = Evil });
        var finding = new Finding
        {
            Rule = rule,
            Severity = Severity.High,
            Confidence = Confidence.High,
            Message = Evil,
            Where = place,
            SeverityNote = Evil,
            Path = [place with { Note = "entry point: " + Evil }],
            Related = [place],
            Projection = new(Evil, Evil, Evil, Evil, [Evil]) { BreaksAt = new(2, Evil) },
        };
        var text = HtmlReport.Of(new(new()
        {
            Verdicts = [new() { Rule = rule, Failing = [finding], Accepted = [new(finding, Evil, null, true)] }, new() { Rule = rule, NotApplicable = Evil }, new() { Rule = rule, Problem = Evil }],
            Context = new() { Rows = new Dictionary<string, long> { [Evil] = 1 } },
            Namespaces = [Evil],
            NotAnalysed = [(Evil, Evil)],
            Unresolved = [Evil],
            Notes = [Evil],
            OriginOf = _ => new(Evil, null),
        }));
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("</pre></style>", text, StringComparison.Ordinal);
        var page = XElement.Parse(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("pre"), pre => pre.Value == Evil.Replace('\0', '\uFFFD'));
    }

    [Fact]
    public void A_run_that_could_not_begin_says_why()
    {
        var text = HtmlReport.Of(SampleReport.Of(new RuleVerdict { Rule = Sample.StaticCache, Problem = "it <broke>" }));
        Assert.Contains("<pre>it &lt;broke&gt;</pre>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_knows_no_machine()
    {
        Assert.DoesNotContain("/repo", Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Text);
    }

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_nothing(string culture) => Assert.Equal(Text, Under.Culture(culture, () => HtmlReport.Of(new Overview(SampleReport.Input))));
}
