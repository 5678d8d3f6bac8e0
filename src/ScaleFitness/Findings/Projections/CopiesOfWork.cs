using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>How often work runs that every instance starts for itself: n instances run it n times (catalogue, SF1).</summary>
public static class CopiesOfWork
{
    /// <summary>The projection from one instance to ten times the declared ones.</summary>
    public static Projection Project(ScaleContext context)
    {
        var instances = Math.Max(2, context.Instances);
        return new(
            $"runs of the same work in each period, with 1, {instances} and {instances * 10} instances",
            "1",
            Invariant($"{instances}"),
            Invariant($"{instances * 10}"),
            ["every instance runs it, since nothing holds the others back", Scale.Instances(context)])
        {
            BreaksAt = BreakingPoint.AtSecondInstance(context, "the work is done twice"),
            Exhausts = Resource.Correctness,
        };
    }
}
