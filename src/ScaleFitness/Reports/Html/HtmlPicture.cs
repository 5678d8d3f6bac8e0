using System.Globalization;
using ScaleFitness.Findings.Picture;
using ScaleFitness.Reports.Content;

namespace ScaleFitness.Reports.Html;

/// <summary>The composed app: its container as a graph, its endpoints and entities as tables.</summary>
internal static class HtmlPicture
{
    public static Markup Of(Overview overview) => overview.Input.Picture is not { IsEmpty: false } picture ? Markup.None : Markup.Of($"""
        <section id="app"><h2>8. The app as it is composed</h2>
        {HtmlContainer.Of(picture)}{Endpoints(picture, overview)}{Entities(picture)}</section>

        """);

    private static Markup Endpoints(AppPicture picture, Overview overview) => picture.Endpoints.Count == 0 ? Markup.None : Markup.Of($"""
        <h3>Endpoints</h3>
        <div class="wide"><table class="endpoints"><tr><th scope="col">verb</th><th scope="col">route</th><th scope="col">limit</th><th scope="col">callers</th><th scope="col">findings reached</th></tr>
        {Markup.Each(picture.Endpoints, e => Markup.Of($"<tr><td>{(e.Verbs.Length == 0 ? "any" : e.Verbs)}</td><td><code>{e.Route}</code>{Markup.When(e.Handler, h => Markup.Of($"<br /><span class=\"note\"><code>{h}</code></span>"))}</td><td>{(e.Limit is null ? Markup.Of($"<span class=\"missing\">none</span>") : Markup.Of($"{e.Limit}"))}</td><td>{e.Authorization}</td><td>{HtmlSections.Links(ReachedBy(e, overview))}</td></tr>\n"))}
        </table></div>

        """);

    private static Markup Entities(AppPicture picture) => picture.Entities.Count == 0 ? Markup.None : Markup.Of($"""
        <h3>Entities</h3>
        <div class="wide"><table class="entities"><tr><th scope="col">entity</th><th scope="col">table</th><th scope="col" class="figure">rows today</th><th scope="col">keys and indexes</th><th scope="col">filtered or sorted by, without an index</th></tr>
        {Markup.Each(picture.Entities, e => Markup.Of($"<tr><td>{e.Name}</td><td>{e.Table ?? ""}</td><td class=\"figure\">{e.Rows.ToString("N0", CultureInfo.InvariantCulture)}</td><td>{Markup.Join(", ", e.Indexes.Select(i => Markup.Of($"<code>{i}</code>")))}</td><td>{Markup.Join(", ", e.Unindexed.Select(c => Markup.Of($"<code class=\"missing\">{c}</code>")))}</td></tr>\n"))}
        </table></div>

        """);

    private static IEnumerable<NumberedFinding> ReachedBy(PicturedEndpoint endpoint, Overview overview) =>
        overview.Findings.Where(f => endpoint.Reaches(f.Finding));
}
