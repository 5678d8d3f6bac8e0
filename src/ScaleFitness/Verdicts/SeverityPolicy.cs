using ScaleFitness.Configuration;
using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>
/// The severity that a finding has in this app: as found, unless the configuration or the declared scale say otherwise.
/// Where the scale does, the finding tells why. Defaults never raise anything: a number that nobody declared is no reason.
/// </summary>
internal sealed class SeverityPolicy(FitnessConfiguration configuration)
{
    /// <summary>What BLOCKER means: it breaks at two to five times today's scale.</summary>
    private const double BlockerFactor = 5;

    private readonly ScaleContext _context = configuration.Context;

    public Finding Apply(Finding finding)
    {
        // What is said of one rule by name weighs more than what follows from the scale.
        if (configuration.Rules.TryGetValue(finding.Rule.Id, out var chosen) && chosen is { } severity)
            return finding with { Severity = severity };
        if (_context.Instances == 1 && HorizontalRules.Contain(finding.Rule.Id))
            return finding with { Severity = Severity.Info, SeverityNote = "information only: context.instances says that one instance runs for good" };
        return Raises(finding) is { } breaks
            ? finding with { Severity = Severity.Blocker, SeverityNote = $"raised from {Words.Of(finding.Severity).ToUpperInvariant()} to BLOCKER by the declared scale ({Keys(breaks)}): {breaks.Text}" }
            : finding;
    }

    /// <summary>
    /// The breaking point that makes a finding a blocker. A LOW finding stays one, whatever its table's size: it is low
    /// because the code may well be meant so, and so does one that the rule itself is not sure of.
    /// </summary>
    private BreakingPoint? Raises(Finding finding) =>
        finding is { Severity: Severity.Medium or Severity.High, Confidence: > Confidence.Low, Projection.BreaksAt: { RestsOn.Count: > 0 } breaks }
        && breaks.RestsOn.All(_context.Declared.Contains)
        && breaks.Factor <= Planned
            ? breaks
            : null;

    // Without a declared growth the team has promised today's scale and no more.
    private double Planned => _context.Declared.Contains("growth") ? Math.Min(Math.Max(1, _context.Growth), BlockerFactor) : 1;

    private static string Keys(BreakingPoint breaks) => string.Join(", ", breaks.RestsOn.Select(key => $"context.{key}"));
}
