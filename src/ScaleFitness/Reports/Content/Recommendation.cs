using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>What to do about the findings of one rule.</summary>
/// <param name="When"><c>now</c> for blockers, <c>next</c> for what else fails, <c>later</c> for the rest.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Findings">Its findings of that urgency.</param>
internal sealed record Recommendation(string When, RuleInfo Rule, IReadOnlyList<NumberedFinding> Findings)
{
    public static IReadOnlyList<string> Times { get; } = ["now", "next", "later"];

    /// <summary>The entry points to drive for the scenario that confirms them.</summary>
    public IReadOnlyList<string> Entries => [.. Findings.Select(f => LoadScenario.EntryOf(f.Finding)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public LoadScenario? Scenario => LoadScenario.Of(Findings[0].Finding);

    public static IReadOnlyList<Recommendation> Of(IReadOnlyList<NumberedFinding> findings, string when) =>
        findings.Where(f => TimeOf(f) == when)
            .GroupBy(f => f.Finding.Rule.Id)
            .Select(g => new Recommendation(when, g.First().Finding.Rule, [.. g]))
            .ToList();

    private static string TimeOf(NumberedFinding finding) =>
        !finding.Fails ? Times[2] : finding.Finding.Severity == Severity.Blocker ? Times[0] : Times[1];
}
