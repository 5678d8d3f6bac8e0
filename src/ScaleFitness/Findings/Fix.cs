namespace ScaleFitness.Findings;

/// <summary>What to do about a finding.</summary>
/// <param name="Advice">One or two sentences.</param>
/// <param name="Before">The defect as people write it, in C#.</param>
/// <param name="After">The same code mended.</param>
public sealed record Fix(string Advice, string Before, string After)
{
    /// <summary>Why that helps, in one sentence; null: what all rules of the area have in common.</summary>
    public string? Why { get; init; }
}
