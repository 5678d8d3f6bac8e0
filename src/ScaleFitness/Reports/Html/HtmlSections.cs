using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;

namespace ScaleFitness.Reports.Html;

/// <summary>What follows from all findings: the sections around them.</summary>
internal static class HtmlSections
{
    public static Markup Scale(Overview overview) => Markup.Of($"""
        <section id="scale"><h2>0. Scale assumed</h2>
        <table><tr><th scope="col">what</th><th scope="col" class="figure">value</th><th scope="col">where it comes from</th></tr>
        {Markup.Each(ScaleRow.Of(overview.Input.Context), r => Markup.Of($"<tr><td>{r.Name}</td><td class=\"figure\">{r.Value}</td><td class=\"{(r.IsDeclared ? "" : "default")}\">{r.Source}</td></tr>"))}
        </table></section>

        """);

    public static Markup Risks(Overview overview) => Markup.Of($"""
        <section id="risks"><h2>1. Risks ranked</h2>
        <table class="totals"><tr><th scope="col">severity</th>{Markup.Each(Words.Confidences.Keys, c => Markup.Of($"<th scope=\"col\" class=\"figure\">confidence {c}</th>"))}<th scope="col" class="figure">all</th></tr>
        {Markup.Each(Words.Severities.Values, s => Markup.Of($"<tr><td>{HtmlFinding.Badge(s)}</td>{Markup.Each(Words.Confidences.Values, c => Figure(overview.Count(s, c)))}{Figure(overview.Count(s))}</tr>"))}
        </table>
        {List("The worst bottlenecks", overview.Worst, f => Markup.Of($"{Link(f)} {HtmlFinding.Badge(f.Finding.Severity)} {f.Finding.Message}"), "ol")}
        {List("What breaks first (projected), and at what scale", overview.Breaking.Take(5), b => Markup.Of($"{b.Point.Text} <span class=\"note\">{Links(b.Findings)}</span>"), "ol")}
        {(overview.Breaking.Count == 0 ? Markup.Of($"<p>No projection has a breaking point in view.</p>") : Markup.None)}
        </section>

        """);

    public static Markup Findings(Overview overview) => Markup.Of($"""
        <section id="findings"><h2>2. Findings</h2>
        {(overview.Findings.Count == 0 ? Markup.Of($"<p>None.</p>") : Markup.Each(overview.Findings, HtmlFinding.Of))}
        </section>

        """);

    public static Markup Horizontal(Overview overview) => Markup.Of($"""
        <section id="instances"><h2>3. What keeps a second instance from working</h2>
        <p><b>Horizontal scaling ready: {overview.Horizontal.Answer}.</b> {overview.Horizontal.Why}</p>
        {List("", overview.Horizontal.Reasons, f => Markup.Of($"{Link(f)} {HtmlFinding.Badge(f.Finding.Severity)} {f.Finding.Message}"))}
        </section>

        """);

    public static Markup Tenants(Overview overview)
    {
        var tenants = ScaleRow.Of(overview.Input.Context).Single(r => r.Name == "tenants");
        return Markup.Of($"""
            <section id="tenants"><h2>4. Tenants</h2>
            <p>{tenants.Value} tenants are assumed: {tenants.Source}.</p>
            {(overview.AboutTenants.Any() ? List("Findings that speak of tenants", overview.AboutTenants, f => Markup.Of($"{Link(f)} {f.Finding.Message}")) : Markup.Of($"<p>No finding speaks of tenants.</p>"))}
            </section>

            """);
    }

    public static Markup Recommendations(Overview overview) => Markup.Of($"""
        <section id="recommendations"><h2>5. Recommendations</h2>
        {Markup.Each(Recommendation.Times, time => List(char.ToUpperInvariant(time[0]) + time[1..], Recommendation.Of(overview.Findings, time), Line))}
        {(overview.Findings.Count == 0 ? Markup.Of($"<p>None.</p>") : Markup.None)}
        </section>

        """);

    public static Markup Readiness(Overview overview) => Markup.Of($"""
        <section id="readiness"><h2>6. Readiness</h2>
        {(overview.Components.Count == 0 ? Markup.Of($"<p>No component was looked at.</p>") : Markup.Of($"""
            <table><tr><th scope="col">component</th><th scope="col">state</th><th scope="col">findings</th></tr>
            {Markup.Each(overview.Components, c => Markup.Of($"<tr><td>{c.Name}</td><td><span class=\"state {c.State.Replace(' ', '-')}\">{c.State}</span></td><td>{Links(c.Findings)}</td></tr>"))}
            </table>
            """))}
        </section>

        """);

    public static Markup List<T>(string heading, IEnumerable<T> items, Func<T, Markup> item, string kind = "ul")
    {
        var all = Markup.Each(items, i => Markup.Of($"<li>{item(i)}</li>\n"));
        if (all.ToString().Length == 0)
            return Markup.None;
        var title = heading.Length == 0 ? Markup.None : Markup.Of($"<h4>{heading}</h4>");
        return kind == "ol" ? Markup.Of($"{title}<ol>{all}</ol>") : Markup.Of($"{title}<ul>{all}</ul>");
    }

    public static Markup Links(IEnumerable<NumberedFinding> findings) => Markup.Join(", ", findings.Select(Link));

    private static Markup Link(NumberedFinding finding) => Markup.Of($"<a href=\"#{finding.Id}\">{finding.Id}</a>");

    private static Markup Figure(int count) => count == 0 ? Markup.Of($"<td class=\"figure none\">0</td>") : Markup.Of($"<td class=\"figure\">{count}</td>");

    private static Markup Line(Recommendation what)
    {
        var entries = Markup.Join(", ", what.Entries.Take(5).Select(e => Markup.Of($"<code>{e}</code>")));
        var on = what.Entries.Count > 0 ? Markup.Of($" on {entries}{(what.Entries.Count > 5 ? " and others" : "")}") : Markup.None;
        var confirm = Markup.When(what.Scenario, s => Markup.Of($"<br /><span class=\"note\">Confirm with <b>{s.Name}</b>{on}: {s.How}.</span>"));
        return Markup.Of($"<b>{what.Rule.TestName}</b> ({Links(what.Findings)}): {what.Findings[0].Finding.Fix.Advice}{confirm}");
    }
}
