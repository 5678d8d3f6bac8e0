using ScaleFitness.Findings;

namespace ScaleFitness.Baselines;

/// <summary>Findings against what was accepted.</summary>
/// <param name="Accepted">Findings that an entry or an attribute accepts.</param>
/// <param name="Open">Findings that nothing accepts.</param>
/// <param name="Kept">Entries that still match a finding, or whose rule this run did not check.</param>
/// <param name="Stale">Entries that match no finding any more.</param>
/// <param name="Unused">Attributes that match no finding any more.</param>
internal sealed record Comparison(
    IReadOnlyList<AcceptedFinding> Accepted,
    IReadOnlyList<Finding> Open,
    IReadOnlyList<AcceptedException> Kept,
    IReadOnlyList<AcceptedException> Stale,
    IReadOnlyList<Suppression> Unused);
