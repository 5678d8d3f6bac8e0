using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports;

/// <summary>The one line that a run prints: what passed, how many exceptions are accepted, and how that changed.</summary>
internal static class SummaryLine
{
    /// <param name="verdicts">The verdicts.</param>
    /// <param name="stale">How many entries no longer occur.</param>
    /// <param name="tightened">Whether they were removed from the verified file.</param>
    public static string Of(IReadOnlyList<RuleVerdict> verdicts, int stale, bool tightened)
    {
        var failed = verdicts.Count(v => !v.Passed);
        var added = verdicts.Sum(v => v.Failing.Count);
        var parts = new List<string> { $"{Plural.Of(verdicts.Count - failed, "rule")} passed" };
        if (failed > 0)
            parts.Add($"{failed} failed with {Plural.Of(added, "new finding")}");
        if (verdicts.Sum(v => v.Reported.Count) is > 0 and var reported)
            parts.Add($"{Plural.Of(reported, "finding")} reported");
        parts.Add($"{Plural.Of(verdicts.Sum(v => v.Accepted.Count), "finding")} accepted{Change(stale, tightened)}");
        return $"ScaleFitness: {string.Join(", ", parts)}.";
    }

    private static string Change(int stale, bool tightened) => (stale, tightened) switch
    {
        (0, _) => " (none solved)",
        (_, true) => $" ({Plural.Of(stale, "exception")} no longer occurred and left the verified file)",
        (1, _) => " (1 exception no longer occurs; a run on a developer's machine removes it from the verified file)",
        _ => $" ({Plural.Of(stale, "exception")} no longer occur; a run on a developer's machine removes them from the verified file)",
    };
}
