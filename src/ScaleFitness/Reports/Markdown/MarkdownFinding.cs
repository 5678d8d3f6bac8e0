using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;
using static ScaleFitness.Reports.Markdown.MarkdownText;

namespace ScaleFitness.Reports.Markdown;

/// <summary>One finding in full.</summary>
internal static class MarkdownFinding
{
    public static IEnumerable<string> Of(NumberedFinding numbered)
    {
        var finding = numbered.Finding;
        return
        [
            $"### {numbered.Id} {Words.Of(finding.Severity).ToUpperInvariant()}: {MarkdownText.Of(finding.Message)}",
            "",
            $"{MarkdownText.Of(finding.Rule.TestName)} · confidence {Words.Of(finding.Confidence)} · {(numbered.Fails ? "fails" : "reported, does not fail")}",
            .. finding.SeverityNote is { } why ? new[] { "", $"Severity: {MarkdownText.Of(why)}." } : [],
            "",
            $"**Evidence:** {Place(finding.Where)}",
            .. finding.Where.Location?.Snippet is { Length: > 0 } snippet ? Block(snippet) : [""],
            .. Places("Path, from the entry point:", finding.Path, "1. "),
            .. Places("See also:", finding.Related, "- "),
            .. Impact(finding),
            .. Fix(finding),
            .. LoadScenario.Of(finding) is { } scenario ? new[] { $"**Would be confirmed by** the scenario *{scenario.Name}*{(LoadScenario.EntryOf(finding) is { } entry ? $" on {Inline(entry)}" : "")}.", "" } : [],
        ];
    }

    public static string Place(Place place) => $"{(place.Location is null ? "" : Inline(SourceLines.Short(place)) + " ")}{Inline(place.Name)}";

    private static IEnumerable<string> Places(string heading, IReadOnlyList<Place> places, string bullet) =>
        places.Count == 0
            ? []
            : [heading, "", .. places.Select(p => $"{bullet}{Place(p)}{(p.Note is null ? "" : $": {MarkdownText.Of(p.Note)}")}"), ""];

    private static IEnumerable<string> Impact(Finding finding)
    {
        yield return $"**Impact:** {MarkdownText.Of(finding.Rule.AtScale)}";
        yield return "";
        if (finding.Projection is not { } projection)
            yield break;
        if (projection.BreaksAt is { } breaks)
        {
            yield return $"**Breaks** {MarkdownText.Of(breaks.Text)}{(projection.Exhausts is { } resource ? $" (what gives way: {Words.Of(resource)})" : "")}.";
            yield return "";
        }

        yield return $"Projection (an estimate, not a measurement) of {MarkdownText.Of(projection.Quantity)}:";
        foreach (var line in Table(["1x", "10x", "100x"], [[MarkdownText.Of(projection.At1), MarkdownText.Of(projection.At10), MarkdownText.Of(projection.At100)]]))
            yield return line;
        yield return $"Assuming {string.Join("; ", projection.Assumptions.Select(MarkdownText.Of))}.";
        yield return "";
    }

    private static IEnumerable<string> Fix(Finding finding) =>
    [
        $"**Fix:** {MarkdownText.Of(finding.Fix.Advice)}{(Benefit.Of(finding) is { } benefit ? " " + MarkdownText.Of(benefit) : "")}",
        "",
        "Before:",
        .. Block(finding.Fix.Before),
        "After:",
        .. Block(finding.Fix.After),
    ];
}
