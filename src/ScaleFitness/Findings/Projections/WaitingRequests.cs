using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Requests that wait when nothing refuses them. A fluid queue: what arrives beyond capacity stays, so backlog =
/// (arrivals − capacity) a second × seconds. With a limit at capacity the same requests get 429 at once.
/// </summary>
public static class WaitingRequests
{
    /// <summary>How long the burst lasts.</summary>
    public const int BurstSeconds = 60;

    /// <summary>Requests waiting after a burst.</summary>
    public static double Waiting(double arrivalsPerSecond, double capacityPerSecond, double seconds) =>
        Math.Max(0, (arrivalsPerSecond - capacityPerSecond) * seconds);

    /// <summary>The projection for an app that is built for the load it declares.</summary>
    public static Projection Project(ScaleContext context)
    {
        var capacity = context.RequestsPerSecond;
        return new(
            "requests waiting after a minute of 1×, 10× and 100× the load",
            Figure(capacity, 1),
            Figure(capacity, 10),
            Figure(capacity, 100),
            [
                Scale.Requests(context),
                "the instances can answer as many, and no more",
                "nobody gives up waiting",
                Scale.Instances(context),
                Invariant($"a waiting request keeps {Amount.Bytes(Assumed.WaitingRequestBytes)}; {Assumed.Memory}"),
            ])
        {
            // That the app has no capacity to spare is assumed, so no declared scale raises it.
            BreaksAt = BreakingPoint.At(
                Factor(capacity / context.Instances), "load", $"after a minute of it waiting requests fill the {Amount.Bytes(Assumed.InstanceBytes)} of an instance"),
            Exhausts = Resource.Memory,
        };
    }

    /// <summary>How many times its capacity must arrive at an instance for a burst to fill its memory.</summary>
    public static double Factor(double capacityPerSecond) =>
        1 + (Assumed.InstanceBytes / Assumed.WaitingRequestBytes / (capacityPerSecond * BurstSeconds));


    private static string Figure(double capacity, int times) => Invariant($"{Waiting(capacity * times, capacity, BurstSeconds):#,0}");
}
