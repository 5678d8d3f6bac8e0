using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;

namespace ScaleFitness.Reports.Html;

/// <summary>One finding in full.</summary>
internal static class HtmlFinding
{
    public static Markup Of(NumberedFinding numbered)
    {
        var finding = numbered.Finding;
        return Markup.Of($"""
            <article class="finding {Words.Of(finding.Severity)}" id="{numbered.Id}">
            <header>
            <p class="tags">{Badge(finding.Severity)} <a class="number" href="#{numbered.Id}">{numbered.Id}</a> <span>{finding.Rule.TestName}</span> <span>confidence {Words.Of(finding.Confidence)}</span> <span>{(numbered.Fails ? "fails" : "reported, does not fail")}</span></p>
            <h3>{finding.Message}</h3>
            {Markup.When(finding.SeverityNote, why => Markup.Of($"<p class=\"why\">Severity: {why}.</p>"))}
            </header>
            {Evidence(finding)}
            {Impact(finding)}
            {FixOf(finding)}
            {Markup.When(LoadScenario.Of(finding), s => Markup.Of($"<p class=\"confirm\">Would be confirmed by the scenario <b>{s.Name}</b>{Markup.When(LoadScenario.EntryOf(finding), e => Markup.Of($" on <code>{e}</code>"))}.</p>"))}
            </article>

            """);
    }

    public static Markup Badge(Severity severity) => Markup.Of($"<b class=\"badge {Words.Of(severity)}\">{Words.Of(severity).ToUpperInvariant()}</b>");

    public static Markup PlaceOf(Place place) =>
        Markup.Of($"{Markup.When(place.Location, _ => Markup.Of($"<code class=\"file\">{SourceLines.Short(place)}</code> "))}<code>{place.Name}</code>");

    private static Markup Evidence(Finding finding) => Markup.Of($"""
        <section class="evidence">
        <p class="where">{PlaceOf(finding.Where)}</p>
        {Markup.When(finding.Where.Location?.Snippet, s => Markup.Of($"<pre>{s}</pre>"))}
        {Places("Path, from the entry point", finding.Path, ordered: true)}
        {Places("See also", finding.Related, ordered: false)}
        </section>
        """);

    private static Markup Places(string heading, IReadOnlyList<Place> places, bool ordered)
    {
        if (places.Count == 0)
            return Markup.None;
        var items = Markup.Each(places, p => Markup.Of($"<li>{PlaceOf(p)}{Markup.When(p.Note, n => Markup.Of($" <span class=\"note\">{n}</span>"))}</li>"));
        return ordered ? Markup.Of($"<h4>{heading}</h4><ol class=\"path\">{items}</ol>") : Markup.Of($"<h4>{heading}</h4><ul>{items}</ul>");
    }

    private static Markup Impact(Finding finding) => Markup.Of($"""
        <section class="impact">
        <h4>Impact</h4>
        <p>{finding.Rule.AtScale}</p>
        {Markup.When(finding.Projection, ProjectionOf)}
        </section>
        """);

    private static Markup ProjectionOf(Projection projection) => Markup.Of($"""
        {Markup.When(projection.BreaksAt, b => Markup.Of($"<p class=\"breaks\"><b>Breaks</b> {b.Text}{(projection.Exhausts is { } r ? $" (what gives way: {Words.Of(r)})" : "")}.</p>"))}
        <table class="projection"><caption>Projection (an estimate, not a measurement) of {projection.Quantity}</caption>
        <tr><th scope="col">1x</th><th scope="col">10x</th><th scope="col">100x</th></tr>
        <tr><td>{projection.At1}</td><td>{projection.At10}</td><td>{projection.At100}</td></tr></table>
        <p class="assuming">Assuming {string.Join("; ", projection.Assumptions)}.</p>
        """);

    private static Markup FixOf(Finding finding) => Markup.Of($"""
        <section class="fix">
        <h4>Fix</h4>
        <p>{finding.Fix.Advice}{Markup.When(Benefit.Of(finding), b => Markup.Of($" {b}"))}</p>
        <div class="sides"><figure><figcaption>before</figcaption><pre>{finding.Fix.Before}</pre></figure><figure><figcaption>after</figcaption><pre>{finding.Fix.After}</pre></figure></div>
        </section>
        """);
}
