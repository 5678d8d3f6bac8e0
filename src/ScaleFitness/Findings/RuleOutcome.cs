namespace ScaleFitness.Findings;

/// <summary>What one rule has to say about one app.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Examined">How many candidates it looked at.</param>
/// <param name="Findings">What it found.</param>
/// <param name="NotApplicable">Why it had nothing to look at, or null.</param>
public sealed record RuleOutcome(RuleInfo Rule, int Examined, IReadOnlyList<Finding> Findings, string? NotApplicable = null)
{
    /// <summary>What it could not decide, each as the end of a sentence: neither a finding nor clean.</summary>
    public IReadOnlyList<string> Undecided { get; init; } = [];
}
