using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// What a lock that every request takes allows: one at a time for h seconds is 1/h requests a second, however many
/// instances or cores there are behind it. Below the ceiling requests wait ρh/2(1−ρ) on average, with ρ = arrivals × h:
/// the waiting time of a queue with random arrivals and a service of constant length, M/D/1 (Pollaczek–Khinchine);
/// at the ceiling the queue grows without end (catalogue, SF3).
/// </summary>
public static class SerialCeiling
{
    /// <summary>Seconds in a critical section that only touches memory, the queue for the lock itself included: an assumption, printed as one.</summary>
    public const double InMemory = 0.001;

    /// <summary>Seconds in a critical section that waits for a database or a neighbour: an assumption, printed as one.</summary>
    public const double AcrossIo = 0.05;

    /// <summary>Requests a second that pass.</summary>
    public static double Ceiling(double seconds) => 1 / seconds;

    /// <summary>Seconds that a request waits for its turn on average; infinite at the ceiling and beyond.</summary>
    public static double Waiting(double arrivalsPerSecond, double seconds)
    {
        var load = arrivalsPerSecond * seconds;
        return load >= 1 ? double.PositiveInfinity : load * seconds / (2 * (1 - load));
    }

    /// <summary>The projection for a lock.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="acrossIo">Whether the lock is held while something outside answers.</param>
    /// <param name="acrossInstances">Whether all instances share the lock (a distributed one, a row), and not each has its own.</param>
    public static Projection Project(ScaleContext context, bool acrossIo, bool acrossInstances = false)
    {
        var seconds = acrossIo ? AcrossIo : InMemory;
        var arrivals = acrossInstances ? context.RequestsPerSecond : context.RequestsPerSecond / context.Instances;
        var scope = acrossInstances ? "in all" : "per instance";
        string At(int growth) => Figure(arrivals * growth, seconds);
        return new(
            Invariant($"requests a second {scope} through a lock that lets {Ceiling(seconds):#,0} through (and how long each waits)"),
            At(1),
            At(10),
            At(100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                Assumed.OncePerRequest,
                $"the lock is held for {Amount.Time(seconds)}{(acrossIo ? ", since something outside is waited for" : ": only memory is touched")}",
            ])
        {
            BreaksAt = BreakingPoint.At(
                Ceiling(seconds) / arrivals, "load", Invariant($"the lock lets {Ceiling(seconds):#,0} requests a second through {scope}, and the queue grows without end"), acrossInstances ? ["requestsPerSecond"] : ["requestsPerSecond", "instances"]),
            Exhausts = Resource.Time,
        };
    }

    private static string Figure(double arrivals, double seconds)
    {
        var waiting = Waiting(arrivals, seconds);
        return $"{Amount.Count(arrivals)} ({(double.IsPositiveInfinity(waiting) ? "over the ceiling" : Amount.Time(waiting))})";
    }
}
