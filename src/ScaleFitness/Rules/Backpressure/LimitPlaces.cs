using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Limits;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>Where findings about limiters stand.</summary>
internal static class LimitPlaces
{
    /// <summary>Where a limiter tells callers apart, or else where it is added, asked for, or the app starts.</summary>
    public static (SourceFunction Function, SourcePosition? Position)? Of(AppModel app, RateLimit limit, Call? partition = null)
    {
        // A method that several policies share is nobody's place.
        if ((partition ?? limit.Partitions.Select(p => p.Call).FirstOrDefault()) is { } call && (call == limit.Registration || limit.Partitioner is null || call.Function == limit.Partitioner))
            return (call.Function, call.Position);
        if (limit.Partitioner is { } partitioner)
            return (partitioner, null);
        return AddedAt(app, limit);
    }

    /// <summary>Where a limiter is added, or else asked for, or the app starts.</summary>
    public static (SourceFunction Function, SourcePosition? Position)? AddedAt(AppModel app, RateLimit limit)
    {
        if (limit.Registration is { } registration)
            return (registration.Function, registration.Position);
        if (limit is { Policy: null, IsGlobal: false, Endpoints: [{ } endpoint, ..] })
            return (endpoint.Function, endpoint.Position);
        return SetUp(app);
    }

    /// <summary>Where the rate limiter is set up, or else the app's entry point.</summary>
    public static (SourceFunction Function, SourcePosition? Position)? SetUp(AppModel app)
    {
        if (app.Backpressure.Rates.Added is [var added, ..])
            return (added.Function, added.Position);
        return ServingMain.Of(app) is { } main ? (main, null) : null;
    }

    /// <summary>The endpoints that a limiter limits, as related places.</summary>
    public static IReadOnlyList<Place> Endpoints(AppModel app, RateLimit limit) =>
        [.. (limit.Endpoints ?? []).Select(e => Places.Of(app, e.Function, e.Position, e.Name)).Distinct()];

    /// <summary>Code shows a limiter; only the host tells who is limited by it.</summary>
    public static Confidence Sure(RateLimit limit) => limit.Endpoints is null ? Confidence.Medium : Confidence.High;
}
