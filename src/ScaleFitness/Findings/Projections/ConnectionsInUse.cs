using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Connections that one instance needs at a time. Little's law: connections = requests a second on the instance ×
/// seconds that each holds one. A pool of fewer makes requests wait, and then time out.
/// </summary>
public static class ConnectionsInUse
{
    /// <summary>How long a request holds a connection: two queries of 25 ms. An assumption, printed as one.</summary>
    public const double HeldSeconds = 0.05;

    /// <summary>Connections in use at a time.</summary>
    public static double Connections(double requestsPerSecond, double heldSeconds) => requestsPerSecond * heldSeconds;

    /// <summary>How many times today's load a pool carries.</summary>
    public static double Headroom(int poolSize, ScaleContext context) =>
        poolSize / Connections(context.RequestsPerSecond / context.Instances, HeldSeconds);

    /// <summary>The projection for a pool.</summary>
    public static Projection Project(ScaleContext context, int poolSize)
    {
        string At(int times) => Figure(Connections(context.RequestsPerSecond * times / context.Instances, HeldSeconds), poolSize);
        return new(
            "connections in use per instance",
            At(1),
            At(10),
            At(100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                Invariant($"every request holds a connection for {HeldSeconds * 1_000:0} ms (assumed)"),
                Invariant($"the pool has {poolSize:#,0}"),
            ])
        {
            BreaksAt = BreakingPoint.At(Headroom(poolSize, context), "load", Invariant($"all {poolSize:#,0} connections of the pool are in use"), "requestsPerSecond", "instances"),
            Exhausts = Resource.Connections,
        };
    }

    private static string Figure(double connections, int poolSize) =>
        Invariant($"{connections:#,0.#} of {poolSize:#,0}{(connections > poolSize ? ": exhausted" : "")}");
}
