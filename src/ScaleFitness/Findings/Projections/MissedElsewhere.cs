using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// The share of requests that meet an instance which does not hold what another one kept for itself: the load balancer
/// sends a request to any of n alike, and one of them holds it, so (n − 1)/n miss (catalogue, SF1).
/// </summary>
public static class MissedElsewhere
{
    /// <summary>The share with that many instances.</summary>
    public static double Share(int instances) => (instances - 1d) / instances;

    /// <summary>The projection from one instance to ten times the declared ones.</summary>
    /// <param name="context">The scale to judge by.</param>
    /// <param name="what">What misses, as in "requests that find their session gone".</param>
    public static Projection Project(ScaleContext context, string what)
    {
        var instances = Math.Max(2, context.Instances);
        string At(int n) => Invariant($"{Share(n) * 100:0.#}%");
        return new(
            $"{what}, with 1, {instances} and {instances * 10} instances",
            At(1),
            At(instances),
            At(instances * 10),
            [Scale.Instances(context), "any instance gets a request alike: no sticky sessions"]);
    }
}
