using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;
using static ScaleFitness.Reports.Markdown.MarkdownText;

namespace ScaleFitness.Reports.Markdown;

/// <summary>What follows from all findings: the sections around them.</summary>
internal static class MarkdownSections
{
    public static IEnumerable<string> Scale(Overview overview) =>
    [
        "## 0. Scale assumed",
        .. Table(["what", "value", "where it comes from"], ScaleRow.Of(overview.Input.Context).Select(r => new[] { MarkdownText.Of(r.Name), r.Value, r.IsDeclared ? r.Source : $"*{r.Source}*" })),
    ];

    public static IEnumerable<string> Risks(Overview overview)
    {
        var confidences = Words.Confidences.Values.ToList();
        var totals = Words.Severities.Select(s => new[] { s.Key.ToUpperInvariant() }
            .Concat(confidences.Select(c => Number(overview.Count(s.Value, c)))).Append(Number(overview.Count(s.Value))).ToArray());
        return
        [
            "## 1. Risks ranked",
            .. Table(["severity", .. Words.Confidences.Keys.Select(c => $"confidence {c}"), "all"], totals),
            .. List("The worst bottlenecks:", overview.Worst.Select(f => $"{f.Id} {Words.Of(f.Finding.Severity).ToUpperInvariant()} {MarkdownText.Of(f.Finding.Rule.TestName)}: {MarkdownText.Of(f.Finding.Message)}"), "1. "),
            .. List("What breaks first (projected), and at what scale:", overview.Breaking.Take(5).Select(b => $"{MarkdownText.Of(b.Point.Text)} ({Links(b.Findings)})"), "1. "),
            .. overview.Breaking.Count == 0 ? new[] { "No projection has a breaking point in view.", "" } : [],
        ];
    }

    public static IEnumerable<string> Findings(Overview overview) =>
        ["## 2. Findings", "", .. overview.Findings.Count == 0 ? ["None.", ""] : overview.Findings.SelectMany(MarkdownFinding.Of)];

    public static IEnumerable<string> Horizontal(Overview overview) =>
    [
        "## 3. What keeps a second instance from working",
        "",
        $"**Horizontal scaling ready: {overview.Horizontal.Answer}.** {MarkdownText.Of(overview.Horizontal.Why)}",
        "",
        .. List("", overview.Horizontal.Reasons.Select(f => $"{f.Id} {MarkdownText.Of(f.Finding.Rule.TestName)}: {MarkdownText.Of(f.Finding.Message)}"), "- "),
    ];

    public static IEnumerable<string> Tenants(Overview overview) =>
    [
        "## 4. Tenants",
        "",
        $"{ScaleRow.Of(overview.Input.Context).Where(r => r.Name == "tenants").Select(r => $"{r.Value} tenants are assumed: {r.Source}.").Single()}",
        "",
        .. overview.AboutTenants.Any() ? List("Findings that speak of tenants:", overview.AboutTenants.Select(f => $"{f.Id} {MarkdownText.Of(f.Finding.Message)}"), "- ") : ["No finding speaks of tenants.", ""],
    ];

    public static IEnumerable<string> Recommendations(Overview overview) =>
    [
        "## 5. Recommendations",
        "",
        .. Recommendation.Times.SelectMany(time => List($"**{char.ToUpperInvariant(time[0])}{time[1..]}:**", Recommendation.Of(overview.Findings, time).Select(Line), "- ")),
        .. overview.Findings.Count == 0 ? new[] { "None.", "" } : [],
    ];

    public static IEnumerable<string> Readiness(Overview overview) =>
    [
        "## 6. Readiness",
        .. overview.Components.Count == 0 ? ["", "No component was looked at.", ""] : Table(["component", "state", "findings"], overview.Components.Select(c => new[] { MarkdownText.Of(c.Name), c.State, Links(c.Findings) })),
    ];

    public static string Links(IEnumerable<NumberedFinding> findings) => string.Join(", ", findings.Select(f => f.Id));

    public static IEnumerable<string> List(string heading, IEnumerable<string> items, string bullet)
    {
        var all = items.Select(i => bullet + i).ToList();
        if (all.Count == 0)
            return [];
        return heading.Length == 0 ? [.. all, ""] : [heading, "", .. all, ""];
    }

    private static string Line(Recommendation what)
    {
        var confirm = what.Scenario is { } s
            ? $" Confirm with *{s.Name}*{(what.Entries.Count > 0 ? $" on {string.Join(", ", what.Entries.Take(5).Select(Inline))}{(what.Entries.Count > 5 ? " and others" : "")}" : "")}: {MarkdownText.Of(s.How)}."
            : "";
        return $"{MarkdownText.Of(what.Rule.TestName)} ({Links(what.Findings)}): {MarkdownText.Of(what.Findings[0].Finding.Fix.Advice)}{confirm}";
    }

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
