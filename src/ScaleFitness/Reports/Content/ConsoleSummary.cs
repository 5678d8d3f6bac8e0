using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>What the console ends with: one line where all passes; else also what is wrong, what breaks first and where to read on.</summary>
internal static class ConsoleSummary
{
    /// <summary>Blockers listed by name: a screen shows no more, and the report has them all.</summary>
    private const int BlockerLimit = 10;

    /// <param name="summary">The one line.</param>
    /// <param name="overview">What was found.</param>
    /// <param name="report">The path of the report, or null where none was written.</param>
    public static string Of(string summary, Overview overview, string? report) =>
        overview.Input.Verdicts.All(v => v.Passed) ? summary : string.Join('\n', [summary, .. Lines(overview, report)]);

    // Each line says by itself what it is about: build logs drop what indents it.
    private static IEnumerable<string> Lines(Overview overview, string? report)
    {
        if (overview.Failure is null)
        {
            yield return $"  open findings: {string.Join(", ", Words.Severities.Select(s => FormattableString.Invariant($"{overview.Count(s.Value)} {s.Key.ToUpperInvariant()}")))}; horizontal scaling ready: {overview.Horizontal.Answer}";
            if (overview.Breaking.Count > 0)
                yield return $"  breaks first (projected): {overview.Breaking[0].Point.Text} ({Ids(overview.Breaking[0])})";
            var blockers = overview.Blockers.ToList();
            foreach (var blocker in blockers.Take(BlockerLimit))
                yield return $"  blocker {blocker.Id} {blocker.Finding.Rule.Id}: {SourceLines.OneLine(blocker.Finding.Message)}{(SourceLines.Short(blocker.Finding.Where) is { Length: > 0 } place ? $" ({place})" : "")}";
            if (blockers.Count > BlockerLimit)
                yield return $"  and {Plural.Of(blockers.Count - BlockerLimit, "more blocker")}";
        }

        if (report is not null)
            yield return $"  report: {report}";
    }

    private static string Ids(BreakingOrder breaks) =>
        string.Join(", ", breaks.Findings.Take(5).Select(f => f.Id)) + (breaks.Findings.Count > 5 ? $" and {Plural.Of(breaks.Findings.Count - 5, "other")}" : "");
}
