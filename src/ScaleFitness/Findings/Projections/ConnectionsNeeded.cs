using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>Connections that an instance needs at once. Little's law: connections = requests a second × seconds each holds one.</summary>
public static class ConnectionsNeeded
{
    /// <summary>Connections in use.</summary>
    public static double Connections(double requestsPerSecond, double secondsHeld) => requestsPerSecond * secondsHeld;

    /// <summary>The projection for requests that hold a connection.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="secondsHeld">Seconds that a request holds one: an assumption of the caller's, printed as one.</param>
    /// <param name="poolSize">Connections of an instance's pool, where settings say how many; null: the providers' default.</param>
    public static Projection Project(ScaleContext context, double secondsHeld = Assumed.CallSeconds, int? poolSize = null)
    {
        var requests = context.RequestsPerSecond / context.Instances;
        var pool = poolSize ?? Assumed.PoolSize;
        string At(int growth) => Invariant($"{Amount.Count(Connections(requests * growth, secondsHeld))} of {pool}");
        return new(
            "connections in use per instance",
            At(1),
            At(10),
            At(100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                Assumed.OncePerRequest,
                $"each holds a connection for {Amount.Time(secondsHeld)}",
                poolSize is null ? Assumed.Pool : Invariant($"a pool of {pool} connections per instance (as set)"),
            ])
        {
            BreaksAt = BreakingPoint.At(
                pool / Connections(requests, secondsHeld), "load", Invariant($"all {pool} connections of an instance are in use, and requests wait for one"), "requestsPerSecond", "instances"),
            Exhausts = Resource.Connections,
        };
    }
}
