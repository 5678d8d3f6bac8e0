using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Requests that wait while a neighbour does not answer. Little's law: requests held = arrivals a second × seconds each
/// is held; without an answer that is the client's time-out, 100 s where nobody sets <c>HttpClient.Timeout</c>.
/// </summary>
public static class WaitingForNeighbour
{
    /// <summary>The default of <c>HttpClient.Timeout</c>.</summary>
    public const int DefaultTimeOutSeconds = 100;

    /// <summary>Requests that one instance holds.</summary>
    public static double Held(double requestsPerSecond, double timeOutSeconds) => requestsPerSecond * timeOutSeconds;

    /// <summary>The projection for code that a request runs.</summary>
    public static Projection Project(ScaleContext context)
    {
        var requests = context.RequestsPerSecond / context.Instances;
        return new(
            "requests held per instance while the neighbour hangs",
            Figure(requests),
            Figure(requests * 10),
            Figure(requests * 100),
            [
                Scale.Requests(context),
                Scale.Instances(context),
                "every request calls this neighbour once",
                Invariant($"each waits for {DefaultTimeOutSeconds} s, the default of HttpClient.Timeout"),
                Invariant($"a waiting request keeps {Amount.Bytes(Assumed.WaitingRequestBytes)}; {Assumed.Memory}"),
            ])
        {
            // It takes a neighbour that hangs: whether one will is nothing that a declared scale decides.
            BreaksAt = BreakingPoint.At(
                Assumed.InstanceBytes / (Held(requests, DefaultTimeOutSeconds) * Assumed.WaitingRequestBytes), "load", $"while the neighbour hangs, waiting requests fill the {Amount.Bytes(Assumed.InstanceBytes)} of an instance"),
            Exhausts = Resource.Memory,
        };
    }

    private static string Figure(double requestsPerSecond) => Invariant($"{Held(requestsPerSecond, DefaultTimeOutSeconds):#,0}");
}
