using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Requests that wait for a neighbour that does not answer, where nothing ends the wait. Little's law with a wait that
/// grows: after <c>t</c> seconds of silence every request that came is still there, held = arrivals a second × t.
/// </summary>
public static class WaitingWithoutEnd
{
    /// <summary>How long the neighbour is silent: a usual time until somebody has noticed and acted.</summary>
    public const int SilenceSeconds = 600;

    /// <summary>Requests that one instance holds after so many seconds.</summary>
    public static double Held(double requestsPerSecond, double seconds) => requestsPerSecond * seconds;

    /// <summary>The projection for code that a request runs.</summary>
    public static Projection Project(ScaleContext context)
    {
        var requests = context.RequestsPerSecond / context.Instances;
        return new(
            $"requests held per instance after {Amount.Time(SilenceSeconds)} of a silent neighbour",
            Figure(requests),
            Figure(requests * 10),
            Figure(requests * 100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                "every request calls this neighbour once",
                "none gives up before the neighbour answers or the instance is restarted",
                Invariant($"a waiting request keeps {Amount.Bytes(Assumed.WaitingRequestBytes)}; {Assumed.Memory}"),
            ])
        {
            BreaksAt = BreakingPoint.At(
                Assumed.InstanceBytes / (Held(requests, SilenceSeconds) * Assumed.WaitingRequestBytes), "load", $"within {Amount.Time(SilenceSeconds)} waiting requests fill the {Amount.Bytes(Assumed.InstanceBytes)} of an instance"),
            Exhausts = Resource.Memory,
        };
    }

    private static string Figure(double requestsPerSecond) => Invariant($"{Held(requestsPerSecond, SilenceSeconds):#,0}");
}
