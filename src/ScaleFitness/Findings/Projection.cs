namespace ScaleFitness.Findings;

/// <summary>What a finding is projected to cost as the app grows. An estimate from declared assumptions, never a measurement.</summary>
/// <param name="Quantity">What grows, such as <c>rows per request</c>.</param>
/// <param name="At1">The figure today, with its unit.</param>
/// <param name="At10">The figure at ten times.</param>
/// <param name="At100">The figure at a hundred times.</param>
/// <param name="Assumptions">Every number that went in, and where it came from.</param>
public sealed record Projection(string Quantity, string At1, string At10, string At100, IReadOnlyList<string> Assumptions)
{
    /// <summary>Where something gives way, or null where nothing does in view.</summary>
    public BreakingPoint? BreaksAt { get; init; }

    /// <summary>What runs out first, or null where that is not known.</summary>
    public Resource? Exhausts { get; init; }
}
