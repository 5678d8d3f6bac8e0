using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// The share of requests that miss a session, connection or key that one of n instances keeps to itself. A load balancer
/// without affinity sends a request to each instance with the same probability, so (n−1)/n miss (catalogue, SF1).
/// </summary>
public static class FailedShare
{
    /// <summary>The share of requests that come to another instance.</summary>
    public static double Share(int instances) => (instances - 1.0) / instances;

    /// <summary>The projection from one instance to ten times the declared ones.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="kept">What one instance keeps to itself, such as <c>its session</c>.</param>
    public static Projection Project(ScaleContext context, string kept = "what another instance keeps")
    {
        var instances = Math.Max(2, context.Instances);
        string At(int n) => Invariant($"{Share(n) * 100:0.#}%");
        return new(
            $"requests that miss {kept}, with 1, {instances} and {instances * 10} instances",
            At(1),
            At(instances),
            At(instances * 10),
            ["requests are spread evenly, with no affinity", Scale.Instances(context)])
        {
            BreaksAt = BreakingPoint.AtSecondInstance(context, $"{At(2)} of requests miss {kept}"),
            Exhausts = Resource.Correctness,
        };
    }
}
