using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Writes of a request that saves once for every element: N, where one batch would do. Each waits for the database's log,
/// one after the other on one connection: by Little's law an instance needs arrivals a second × N × seconds of a write
/// connections (catalogue, SF2).
/// </summary>
public static class WritesPerRequest
{
    /// <summary>Connections that an instance needs.</summary>
    public static double Connections(double elements, double requestsPerSecond) => requestsPerSecond * elements * Assumed.WriteSeconds;

    /// <summary>The projection for a write per element.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity whose rows are looped over; null where it is not known.</param>
    public static Projection Project(ScaleContext context, string? entity = null)
    {
        var elements = Elements.Of(context, entity);
        var requests = context.RequestsPerSecond / context.Instances;
        string At(int growth) => Invariant($"{elements.Today * growth:#,0} ({Amount.Time(elements.Today * growth * Assumed.WriteSeconds)})");
        return new(
            "writes per request (and how long they take)",
            At(1),
            At(10),
            At(100),
            [elements.Assumption, Scale.Requests(context), Scale.Instances(context), Assumed.OncePerRequest, $"{Amount.Time(Assumed.WriteSeconds)} a write", Assumed.Pool])
        {
            BreaksAt = BreakingPoint.At(
                Assumed.PoolSize / Connections(elements.Today, requests), elements.Growing, Invariant($"requests hold all {Assumed.PoolSize} connections of an instance"), elements.With("requestsPerSecond", "instances")),
            Exhausts = Resource.Connections,
        };
    }
}
