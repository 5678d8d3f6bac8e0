using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;

namespace ScaleFitness.Reports.Html;

/// <summary>
/// Writes <c>report.html</c>: one file that loads nothing and runs nothing, readable in the dark, in the light and on
/// paper. Its filter by severity is CSS. The same findings give the same bytes on the same day.
/// </summary>
internal static class HtmlReport
{
    private static readonly (string Id, string Name)[] Sections =
        [("scale", "Scale"), ("risks", "Risks"), ("findings", "Findings"), ("instances", "Instances"), ("tenants", "Tenants"), ("recommendations", "Recommendations"), ("readiness", "Readiness"), ("accepted", "Accepted"), ("app", "The app")];

    public static string Of(Overview overview)
    {
        // Before the style sheet, so that nothing in the page may load or run anything.
        const string Policy = "default-src 'none'; style-src 'unsafe-inline'";
        var head = Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="{Policy}" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>ScaleFitness report</title>
            <style>

            """);
        var body = Markup.Of($"""
            </style>
            </head>
            <body>
            <main>
            <h1>ScaleFitness report</h1>
            {(overview.Failure is { } failure ? Markup.Of($"<p><b>Nothing was checked.</b></p><pre>{failure}</pre>") : Contents(overview))}
            </main>
            </body>
            </html>

            """);
        return (head.ToString() + Style() + body).ReplaceLineEndings("\n");
    }

    private static Markup Contents(Overview overview) => Markup.Of($"""
        <nav>{Markup.Join(" ", Sections.Where(s => s.Id != "app" || overview.Input.Picture is { IsEmpty: false }).Select(s => Markup.Of($"<a href=\"#{s.Id}\">{s.Name}</a>")))}</nav>
        {Glance(overview)}
        {HtmlSections.Scale(overview)}{HtmlSections.Risks(overview)}{HtmlSections.Findings(overview)}{HtmlSections.Horizontal(overview)}{HtmlSections.Tenants(overview)}{HtmlSections.Recommendations(overview)}{HtmlSections.Readiness(overview)}{HtmlAppendix.Of(overview)}{HtmlPicture.Of(overview)}
        """);

    // The boxes need no script: the style sheet looks which are ticked.
    private static Markup Glance(Overview overview) => Markup.Of($"""
        <div class="glance" role="group" aria-label="Findings shown, by severity">
        {Markup.Each(Words.Severities, s => Markup.Of($"<label class=\"{s.Key}\"><input type=\"checkbox\" id=\"show-{s.Key}\" checked=\"checked\" /><span class=\"count\">{overview.Count(s.Value)}</span> <span>{s.Key.ToUpperInvariant()}</span></label>\n"))}
        </div>
        <p class="hint">Open findings by severity; take a tick away to hide them below.</p>
        <dl class="answers">
        <div><dt>Horizontal scaling ready</dt><dd>{overview.Horizontal.Answer}</dd></div>
        <div><dt>Breaks first (projected)</dt><dd>{(overview.Breaking.Count == 0 ? Markup.Of($"nothing in view") : Markup.Of($"{overview.Breaking[0].Point.Text} <span class=\"note\">{HtmlSections.Links(overview.Breaking[0].Findings)}</span>"))}</dd></div>
        <div><dt>Accepted exceptions</dt><dd>{overview.Accepted.Count}</dd></div>
        </dl>
        """);

    private static string Style()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(typeof(HtmlReport), "report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
