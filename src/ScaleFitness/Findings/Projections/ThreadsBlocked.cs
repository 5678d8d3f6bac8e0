using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Threads that wait instead of working. Little's law: threads = calls a second × seconds each blocks. Beyond the pool's
/// minimum, one for each processor, it adds a thread or two a second, and until then everything waits: starvation
/// (catalogue, SF3 and SF5).
/// </summary>
public static class ThreadsBlocked
{
    /// <summary>Threads blocked at once.</summary>
    public static double Threads(double requestsPerSecond, double seconds) => requestsPerSecond * seconds;

    /// <summary>The projection for a call that blocks its thread.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="seconds">Seconds that the call blocks: an assumption of the caller's, printed as one.</param>
    public static Projection Project(ScaleContext context, double seconds = Assumed.CallSeconds)
    {
        var requests = context.RequestsPerSecond / context.Instances;
        string At(int growth) => Amount.Count(Threads(requests * growth, seconds));
        return new(
            "threads blocked per instance",
            At(1),
            At(10),
            At(100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                Assumed.OncePerRequest,
                $"each blocks its thread for {Amount.Time(seconds)}",
                Invariant($"{Assumed.Processors} processors per instance, and so {Assumed.Processors} threads before the pool has to add more"),
            ])
        {
            BreaksAt = BreakingPoint.At(
                Assumed.Processors / Threads(requests, seconds), "load", Invariant($"more than the pool's {Assumed.Processors} threads are blocked, and it adds one or two a second"), "requestsPerSecond", "instances"),
            Exhausts = Resource.Threads,
        };
    }
}
