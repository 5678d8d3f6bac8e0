using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports;

/// <summary>What a rule's test says. Findings that fail come first and in full; everything else is one line each.</summary>
internal static class VerdictMessage
{
    /// <param name="verdict">The verdict.</param>
    /// <param name="howToAccept">How a finding is accepted here, as a sentence; it is followed by the entries to paste.</param>
    public static string Of(RuleVerdict verdict, string howToAccept)
    {
        var lines = new List<string>();
        if (verdict.Problem is { } problem)
            lines.Add(problem);
        else
            lines.Add(Headline(verdict));
        lines.AddRange(verdict.Failing.SelectMany((f, i) => FindingText.Of(f, i + 1).Prepend("")));
        if (verdict.Failing.Count > 0)
            lines.AddRange(AboutTheRule(verdict));
        lines.AddRange(Section("Reported, not failing:", verdict.Reported.Select(Line)));
        lines.AddRange(Section("Accepted:", verdict.Accepted.Select(Line)));
        lines.AddRange(Section(howToAccept, verdict.Entries.Select((e, i) => $"    {e}{(i < verdict.Entries.Count - 1 ? "," : "")}")));
        return string.Join('\n', lines);
    }

    private static string Headline(RuleVerdict verdict)
    {
        if (verdict.Failing.Count > 0)
            return $"{verdict.Rule.TestName}: {Plural.Of(verdict.Failing.Count, "new finding")}. {verdict.Rule.Summary}";
        return verdict.NotApplicable is { } reason
            ? $"{verdict.Rule.TestName}: not applicable: {reason}"
            : $"{verdict.Rule.TestName}: passed; {Plural.Of(verdict.Examined, "candidate")} examined, {verdict.Accepted.Count} accepted, {verdict.Reported.Count} reported.";
    }

    // Said once for all findings of the rule; a finding with a fix of its own has it beside it.
    private static IEnumerable<string> AboutTheRule(RuleVerdict verdict)
    {
        yield return "";
        yield return $"  at scale  {verdict.Rule.AtScale}";
        if (verdict.Failing.Any(f => f.SpecificFix is null))
            foreach (var line in FindingText.Of(verdict.Rule.Fix))
                yield return line;
        yield return $"  docs      {verdict.Rule.Page}";
    }

    private static IEnumerable<string> Section(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : all.Prepend(heading).Prepend("");
    }

    private static string Line(Finding finding) =>
        $"  {Words.Of(finding.Severity)}, confidence {Words.Of(finding.Confidence)}  {SourceLines.Short(finding.Where)}{(finding.Where.Location is null ? "" : " ")}{finding.Where.Name}: {SourceLines.OneLine(finding.Message)}";

    private static string Line(AcceptedFinding accepted) =>
        FormattableString.Invariant($"{Line(accepted.Finding)}  because: {Reason(accepted)}{(accepted.Until is { } until ? FormattableString.Invariant($" (until {until:yyyy-MM-dd})") : "")}");

    private static string Reason(AcceptedFinding accepted) =>
        string.IsNullOrWhiteSpace(accepted.Reason) ? "no reason given" : SourceLines.OneLine(accepted.Reason);
}
