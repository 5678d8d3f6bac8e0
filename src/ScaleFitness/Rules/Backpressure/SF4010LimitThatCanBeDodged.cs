using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Limits;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>SF4010: a limit that holds whoever wants to keep it.</summary>
public sealed class SF4010LimitThatCanBeDodged : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF4010",
        "limit that can be dodged",
        Severity.High,
        "A limiter counts callers by what they make up themselves (a header, a parameter, a cookie, the body), gives each request a partition of its own, or lets anonymous callers through.",
        "Whoever sends another value starts again at zero, as often as he likes: the script that the limit was made for is not slowed down at all, and each value costs a limiter's memory on top.",
        new(
            "Count by what was verified: a claim of the signed-in caller, an API key that was looked up, the remote address (behind UseForwardedHeaders where there is a proxy); and count those who have none of these by their address.",
            """
            limiter.AddPolicy("search", context => RateLimitPartition.GetFixedWindowLimiter(
                context.Request.Headers["X-Client"].ToString(), _ => window));
            """,
            """
            limiter.AddPolicy("search", context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.FindFirst("sub")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "", _ => window));
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var limits = app.Backpressure.Rates.All;
        return limits.Count + app.Backpressure.Rates.Own.Count == 0
            ? NotApplicable("the app sets up no limiter of the framework's")
            : Examined(limits.Count + app.Backpressure.Rates.Own.Count, limits.Where(l => l.Endpoints is not { Count: 0 }).SelectMany(l => Judge(app, l)).Concat(Own(app)));
    }

    private IEnumerable<Finding> Judge(AppModel app, RateLimit limit)
    {
        if (IsCovered(app, limit))
            yield break;
        var madeUp = LimitGaps.Forgeable(limit).Where(f => f.Kind != CallerFactKind.Header || !app.Backpressure.Rates.IsVerified(f.Name)).ToList();
        if (LimitGaps.IsPerRequest(limit))
            yield return Found(app, limit, "gives each request a partition of its own: nothing is ever counted", Partition(limit, p => p.Key.IsPerRequest), "each request");
        else if (madeUp.Count > 0)
            yield return Found(app, limit, $"counts callers by {FactWords.Of(madeUp)}, which they make up themselves: with another value each time nobody is limited", Partition(limit, p => p.Key.By.Intersect(madeUp).Any()), "made up");
        if (LimitGaps.LetsStrangersThrough(limit) && limit.Endpoints?.All(e => e.Composed is { RequiresAuthorization: true }) != true)
            yield return Found(app, limit, "lets anonymous callers through uncounted: whoever does not say who he is has no limit", Partition(limit, p => p.LetsThrough), "anonymous");
    }

    private static bool IsCovered(AppModel app, RateLimit limit) => limit.Endpoints is { } endpoints
        ? endpoints.All(e => LimitGaps.IsCovered(app.Backpressure.Rates, limit, e))
        : LimitGaps.IsCovered(app.Backpressure.Rates, limit, null);

    private static Call? Partition(RateLimit limit, Func<PartitionCall, bool> which) => limit.Partitions.FirstOrDefault(which)?.Call;

    private Finding Found(AppModel app, RateLimit limit, string how, Call? partition, string subject)
    {
        var (function, position) = LimitPlaces.Of(app, limit, partition) ?? throw new InvalidOperationException("a limiter was read from an app that has no code");
        return At(app, function, position, Severity.High, $"{char.ToUpperInvariant(limit.Name[0])}{limit.Name[1..]} {how}", LimitPlaces.Sure(limit)) with
        {
            Subject = $"{limit.Name}: {subject}",
            Path = [],
            Related = LimitPlaces.Endpoints(app, limit),
        };
    }

    /// <summary>Limiters that code of the app's own asks for a permit.</summary>
    private IEnumerable<Finding> Own(AppModel app)
    {
        foreach (var own in app.Backpressure.Rates.Own)
            if (own.IsPerRequest)
                yield return At(app, own.Made!.Function, own.Made.Position, Severity.High, "A limiter is made for each request and asked once: nothing is ever counted") with { Subject = "each request" };
            else if (app.RequestValues.Of(own.Key!).FirstOrDefault(c => c.Name.Contains('.') || c.Name.StartsWith('"')) is { } chosen)
                yield return At(app, own.Asked.Function, own.Asked.Position, Severity.High, $"The limiter counts callers by {chosen.Name}, which they choose themselves: with another value each time nobody is limited", Confidence.Medium) with { Subject = "made up" };
    }
}
