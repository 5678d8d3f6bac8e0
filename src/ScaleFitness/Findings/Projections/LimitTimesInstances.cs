using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// What gets past a limit that each of n instances counts for itself: the load balancer spreads a caller's requests, each
/// instance lets the whole limit through, and together they let n times the limit (catalogue, SF4009).
/// </summary>
public static class LimitTimesInstances
{
    /// <summary>The limit where it is not known: an assumption, printed as one.</summary>
    public const long AssumedLimit = 100;

    /// <summary>Requests that get past a limit.</summary>
    public static long LetThrough(long limit, int instances) => limit * instances;

    /// <summary>The projection from one instance to ten times the declared ones.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="limit">The limit; null where it is not known.</param>
    /// <param name="of">The limiter's name.</param>
    public static Projection Project(ScaleContext context, long? limit, string of)
    {
        var instances = Math.Max(2, context.Instances);
        var permits = limit ?? AssumedLimit;
        string At(int n) => Invariant($"{LetThrough(permits, n):#,0}");
        return new(
            Invariant($"requests let through where the limit says {permits:#,0}, with 1, {instances} and {instances * 10} instances"),
            At(1),
            At(instances),
            At(instances * 10),
            [limit is null ? Invariant($"a limit of {permits:#,0}") : Invariant($"a limit of {permits:#,0} ({of})"), "the load balancer spreads each caller's requests over all instances", Scale.Instances(context)])
        {
            BreaksAt = BreakingPoint.AtSecondInstance(context, "callers get their limit once from each instance"),
            Exhausts = Resource.Correctness,
        };
    }
}
