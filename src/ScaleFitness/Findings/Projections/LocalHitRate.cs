using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// The hit rate of a cache that each of n instances keeps for itself: an entry that one instance wrote is found where
/// the load balancer sends the next request to the same one, so h falls to h/n (catalogue, SF1).
/// </summary>
public static class LocalHitRate
{
    /// <summary>The hit rate on a single instance: an assumption, printed as one.</summary>
    public const double OnOneInstance = 0.9;

    /// <summary>The hit rate with that many instances.</summary>
    public static double Rate(double onOneInstance, int instances) => onOneInstance / instances;

    /// <summary>The projection from one instance to ten times the declared ones.</summary>
    public static Projection Project(ScaleContext context)
    {
        var instances = Math.Max(2, context.Instances);
        string At(int n) => Invariant($"{Rate(OnOneInstance, n) * 100:0.#}%");
        return new(
            $"hit rate of an entry that one instance wrote, with 1, {instances} and {instances * 10} instances",
            At(1),
            At(instances),
            At(instances * 10),
            ["a hit rate of 90% on one instance", Scale.Instances(context)])
        {
            BreaksAt = BreakingPoint.AtSecondInstance(context, "what one instance wrote the others do not see"),
            Exhausts = Resource.Correctness,
        };
    }
}
