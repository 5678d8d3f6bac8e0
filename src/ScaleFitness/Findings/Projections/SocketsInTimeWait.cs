using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Sockets that wait for stray packets after their client was thrown away. Little's law: sockets = connections closed
/// a second × seconds each waits. Linux waits 60 s (<c>TCP_TIMEWAIT_LEN</c>), and hands out the 28,232 local ports of
/// <c>net.ipv4.ip_local_port_range</c>'s default, 32768–60999, for each neighbour's address.
/// </summary>
public static class SocketsInTimeWait
{
    /// <summary>How long a closed connection's port stays taken.</summary>
    public const int WaitSeconds = 60;

    /// <summary>Ports that can be taken toward one address.</summary>
    public const int Ports = 28_232;

    /// <summary>Sockets in TIME_WAIT on one instance when so many connections a second are closed.</summary>
    public static double Sockets(double callsPerSecond) => callsPerSecond * WaitSeconds;

    /// <summary>The projection for code that a request runs.</summary>
    public static Projection Project(ScaleContext context)
    {
        var calls = context.RequestsPerSecond / context.Instances;
        return new(
            "sockets in TIME_WAIT per instance",
            Figure(calls),
            Figure(calls * 10),
            Figure(calls * 100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                "every request takes this path once, and its connection is closed with its client",
                Invariant($"a closed connection keeps its port for {WaitSeconds} s; {Ports:#,0} ports toward one address (Linux defaults)"),
            ])
        {
            BreaksAt = BreakingPoint.At(Ports / Sockets(calls), "load", Invariant($"all {Ports:#,0} ports toward the neighbour wait in TIME_WAIT"), "requestsPerSecond", "instances"),
            Exhausts = Resource.Ports,
        };
    }

    private static string Figure(double callsPerSecond)
    {
        var sockets = Sockets(callsPerSecond);
        return Invariant($"{sockets:#,0} of {Ports:#,0} ports{(sockets > Ports ? ": exhausted" : "")}");
    }
}
