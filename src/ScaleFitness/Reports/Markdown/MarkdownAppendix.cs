using ScaleFitness.Reports.Content;
using static ScaleFitness.Reports.Markdown.MarkdownText;

namespace ScaleFitness.Reports.Markdown;

/// <summary>What was accepted, what did not apply, and what was not looked at.</summary>
internal static class MarkdownAppendix
{
    public static IEnumerable<string> Of(Overview overview) =>
    [
        "## 7. Accepted exceptions, and what was not looked at",
        "",
        .. overview.Accepted.Count == 0 ? ["No exception is accepted.", ""] : Accepted(overview),
        .. MarkdownSections.List("Rules that could not be checked:", overview.NotChecked.Select(v => $"{MarkdownText.Of(v.Rule.TestName)}: {MarkdownText.Of(v.Problem!)}"), "- "),
        .. MarkdownSections.List("Rules that did not apply:", overview.NotApplicable.Select(v => $"{MarkdownText.Of(v.Rule.TestName)}: {MarkdownText.Of(v.NotApplicable!)}"), "- "),
        .. MarkdownSections.List("Methods not analysed:", overview.Input.NotAnalysed.Select(n => $"{Inline(n.Method)}: {MarkdownText.Of(n.Reason)}"), "- "),
        .. MarkdownSections.List("References not resolved:", overview.Input.Unresolved.Select(Inline), "- "),
        .. MarkdownSections.List("Notes:", overview.Input.Notes.Select(MarkdownText.Of), "- "),
    ];

    private static IEnumerable<string> Accepted(Overview overview) => Table(
        ["rule", "where", "reason", "owner", "accepted"],
        overview.Accepted.Select(a => new[]
        {
            MarkdownText.Of(a.Accepted.Finding.Rule.TestName),
            MarkdownFinding.Place(a.Accepted.Finding.Where),
            MarkdownText.Of(a.Reason),
            MarkdownText.Of(a.Owner),
            a.Age,
        }));
}
