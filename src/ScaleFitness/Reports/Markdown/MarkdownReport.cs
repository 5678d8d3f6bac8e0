using ScaleFitness.Reports.Content;

namespace ScaleFitness.Reports.Markdown;

/// <summary>Writes <c>report.md</c>, for the people who were not there. The same findings give the same bytes on the same day.</summary>
internal static class MarkdownReport
{
    public static string Of(Overview overview)
    {
        List<string> lines = ["# ScaleFitness report", ""];
        if (overview.Failure is { } failure)
            lines.AddRange(["Nothing was checked:", .. MarkdownText.Block(failure, "")]);
        else
            lines.AddRange(
            [
                .. MarkdownSections.Scale(overview),
                .. MarkdownSections.Risks(overview),
                .. MarkdownSections.Findings(overview),
                .. MarkdownSections.Horizontal(overview),
                .. MarkdownSections.Tenants(overview),
                .. MarkdownSections.Recommendations(overview),
                .. MarkdownSections.Readiness(overview),
                .. MarkdownAppendix.Of(overview),
            ]);
        return string.Join('\n', WithoutDoubleGaps(lines)).TrimEnd('\n') + "\n";
    }

    // Each part asks for the gaps that it needs; two make one. Inside code they are the code's own.
    private static IEnumerable<string> WithoutDoubleGaps(List<string> lines)
    {
        var fence = "";
        var wasEmpty = false;
        foreach (var line in lines)
        {
            if (fence.Length == 0 && line.StartsWith("```", StringComparison.Ordinal))
                fence = line[..line.TakeWhile(c => c == '`').Count()];
            else if (fence.Length > 0 && line == fence)
                fence = "";
            if (fence.Length > 0 || line.Length > 0 || !wasEmpty)
                yield return line;
            wasEmpty = line.Length == 0;
        }
    }
}
