using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Queries of a request that asks once more for every element: 1 + N (catalogue, SF2). They run one after the other on
/// one connection, so that by Little's law an instance needs arrivals a second × (1 + N) × seconds of a query connections.
/// </summary>
public static class QueriesPerRequest
{
    /// <summary>Queries of one request.</summary>
    public static double Queries(double elements) => 1 + elements;

    /// <summary>Connections that an instance needs.</summary>
    public static double Connections(double elements, double requestsPerSecond) => requestsPerSecond * Queries(elements) * Assumed.QuerySeconds;

    /// <summary>The projection for a query per element.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity whose rows are looped over; null where it is not known.</param>
    public static Projection Project(ScaleContext context, string? entity = null)
    {
        var elements = Elements.Of(context, entity);
        var requests = context.RequestsPerSecond / context.Instances;
        string At(int growth) => Invariant($"{Queries(elements.Today * growth):#,0} ({Amount.Time(Queries(elements.Today * growth) * Assumed.QuerySeconds)})");
        return new(
            "queries per request (and how long they take)",
            At(1),
            At(10),
            At(100),
            [elements.Assumption, Scale.Requests(context), Scale.Instances(context), Assumed.OncePerRequest, $"{Amount.Time(Assumed.QuerySeconds)} a query", Assumed.Pool])
        {
            BreaksAt = BreakingPoint.At(Factor(elements.Today, requests), elements.Growing, Invariant($"requests hold all {Assumed.PoolSize} connections of an instance"), elements.With("requestsPerSecond", "instances")),
            Exhausts = Resource.Connections,
        };
    }

    // λ(1 + N·g)q = pool, solved for g.
    private static double Factor(double elements, double requestsPerSecond) =>
        elements <= 0 ? double.PositiveInfinity : ((Assumed.PoolSize / (requestsPerSecond * Assumed.QuerySeconds)) - 1) / elements;
}
