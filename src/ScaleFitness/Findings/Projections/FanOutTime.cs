using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// How long a request takes that calls out once for every element: elements × latency ÷ degree (catalogue, SF3). With no
/// degree at all the calls go out at once, each from a port of its own.
/// </summary>
public static class FanOutTime
{
    /// <summary>Seconds until the last call is answered.</summary>
    public static double Seconds(double elements, double latency, double degree) => elements * latency / degree;

    /// <summary>The projection for calls of which so many run at the same time.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity whose rows are called out for; null where it is not known.</param>
    /// <param name="degree">How many calls run at the same time: one for an awaited loop.</param>
    public static Projection Project(ScaleContext context, string? entity = null, int degree = 1)
    {
        var elements = Elements.Of(context, entity);
        double Of(double growth) => Seconds(elements.Today * growth, Assumed.CallSeconds, degree);
        string At(int growth) => Invariant($"{elements.Today * growth:#,0} calls ({Amount.Time(Of(growth))})");
        return new(
            "calls per request (and how long they take)",
            At(1),
            At(10),
            At(100),
            [elements.Assumption, $"{Amount.Time(Assumed.CallSeconds)} a call", degree == 1 ? "one call after the other" : Invariant($"{degree} calls at a time"), Assumed.Gateway])
        {
            BreaksAt = BreakingPoint.At(Assumed.GatewaySeconds / Of(1), elements.Growing, Invariant($"a request takes longer than the {Amount.Time(Assumed.GatewaySeconds)} that a proxy waits"), elements.RestsOn),
            Exhausts = Resource.Time,
        };
    }

    /// <summary>The projection for calls that all go out at once.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity whose rows are called out for; null where it is not known.</param>
    public static Projection ProjectAtOnce(ScaleContext context, string? entity = null)
    {
        var elements = Elements.Of(context, entity);
        string At(int growth) => Invariant($"{elements.Today * growth:#,0}");
        return new(
            "calls that one request sends at once",
            At(1),
            At(10),
            At(100),
            [elements.Assumption, "nothing limits how many run at a time", Invariant($"each needs a port of its own: {SocketsInTimeWait.Ports:#,0} toward one address (Linux default)")])
        {
            BreaksAt = BreakingPoint.At(SocketsInTimeWait.Ports / elements.Today, elements.Growing, Invariant($"one request wants more than the {SocketsInTimeWait.Ports:#,0} ports toward one address"), elements.RestsOn),
            Exhausts = Resource.Ports,
        };
    }
}
