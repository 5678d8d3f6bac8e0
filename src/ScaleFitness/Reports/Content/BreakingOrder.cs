using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>Something that gives way at a scale, and the findings that say so.</summary>
/// <param name="Point">Where.</param>
/// <param name="Exhausts">What runs out, or null.</param>
/// <param name="Findings">The findings.</param>
internal sealed record BreakingOrder(BreakingPoint Point, Resource? Exhausts, IReadOnlyList<NumberedFinding> Findings)
{
    /// <summary>From what breaks first to what breaks last; of those at one scale the gravest first. A hint of low confidence breaks nothing.</summary>
    public static IReadOnlyList<BreakingOrder> Of(IReadOnlyList<NumberedFinding> findings) =>
        findings
            .Where(f => f.Finding.Projection?.BreaksAt is not null && f.Finding.Confidence > Confidence.Low)
            .GroupBy(f => f.Finding.Projection!.BreaksAt!.Text)
            .Select(g => new BreakingOrder(g.First().Finding.Projection!.BreaksAt!, g.First().Finding.Projection!.Exhausts, [.. g]))
            .OrderBy(b => b.Point.Factor)
            .ThenBy(b => b.Findings[0].Number)
            .ToList();
}
