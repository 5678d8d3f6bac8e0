using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Limits;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>SF4009: a limit that every instance grants anew.</summary>
public sealed class SF4009LimitPerInstance : Rule
{
    private const double Day = 24 * 60 * 60;

    private static readonly string[] Sold = ["plan", "tier", "quota", "subscription", "edition", "premium", "billing"];

    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF4009",
        "limit counted per instance",
        Severity.Info,
        "Rate limiters that count in the process, in an app that runs on more than one instance.",
        "Each instance counts what it sees itself: with n of them a caller may do n times what the limit says, and each scale-out raises the limit. That is right for a limit that protects the instance, and wrong for a quota that somebody pays for.",
        new(
            "Leave limits that protect an instance as they are, at 1/n of what the whole may take. Count quotas where all instances look: a limiter on Redis, a gateway in front, a row per tenant and day.",
            """RateLimitPartition.GetFixedWindowLimiter(tenant, _ => new() { PermitLimit = plan.RequestsPerDay, Window = TimeSpan.FromDays(1) })""",
            """RedisRateLimitPartition.GetFixedWindowRateLimiter(tenant, _ => new() { ConnectionMultiplexerFactory = () => redis, PermitLimit = plan.RequestsPerDay, Window = TimeSpan.FromDays(1) })"""));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (app.Context.Instances < 2)
            return NotApplicable("the app runs on one instance (context.instances)");
        var limits = app.Backpressure.Rates.All;
        if (limits.Count + app.Backpressure.Rates.InMemory.Count == 0)
            return NotApplicable("the app sets up no rate limiter");
        // Work under way is each instance's own affair.
        var local = limits.Where(l => l.Endpoints is not { Count: 0 } && !l.IsConcurrency && IsInProcess(l)).ToList();
        return Examined(limits.Count + app.Backpressure.Rates.InMemory.Count, local.Count + app.Backpressure.Rates.InMemory.Count == 0 ? [] : [Found(app, local)]);
    }

    private Finding Found(AppModel app, IReadOnlyList<RateLimit> local)
    {
        var quota = local.FirstOrDefault(IsSold);
        var shown = quota ?? local.FirstOrDefault();
        var (function, position) = shown is not null
            ? (quota is null ? LimitPlaces.SetUp(app) : LimitPlaces.AddedAt(app, quota)) ?? throw new InvalidOperationException("a limiter was read from an app that has no code")
            : (app.Backpressure.Rates.InMemory[0].Function, app.Backpressure.Rates.InMemory[0].Position);
        var what = quota is not null ? $"{char.ToUpperInvariant(quota.Name[0])}{quota.Name[1..]} is a quota, and each instance counts" : "Each instance counts its callers' requests";
        return At(app, function, position, quota is null ? Severity.Info : Severity.Medium, $"{what} for itself: on {app.Context.Instances} instances a caller may do {app.Context.Instances} times what the limit says", shown is null ? Confidence.High : LimitPlaces.Sure(shown)) with
        {
            Subject = "in process",
            Path = [],
            Related = [.. local.Select(l => (Limit: l, At: LimitPlaces.AddedAt(app, l))).Where(l => l.At is not null).Select(l => Places.Of(app, l.At!.Value.Function, l.At.Value.Position, l.Limit.Name)).Distinct()],
            Projection = LimitTimesInstances.Project(app.Context, shown?.Answers.Select(a => a.Permits).FirstOrDefault(p => p is > 0 and < int.MaxValue), shown?.Name ?? ""),
        };
    }

    private static bool IsInProcess(RateLimit limit) => limit.Unpartitioned is not null || (limit.IsAsked
        ? limit.Answers.Any(a => a.Limiter?.Namespace == LimitSymbols.LimitersNamespace && !RateLimit.Lets(a))
        : limit.Partitions.Any(p => p.Call.Method.Is(LimitSymbols.Partitions, "GetFixedWindowLimiter", "GetSlidingWindowLimiter", "GetTokenBucketLimiter")));

    /// <summary>What goes by the day is no protection, and what goes by the plan is paid for.</summary>
    private static bool IsSold(RateLimit limit) =>
        limit.Answers.Any(a => a.PeriodSeconds >= Day) || IsSold(limit.Policy ?? "")
        || limit.Answers.SelectMany(a => a.Asked).Concat(limit.Partitions.SelectMany(p => p.Key.By.Concat(p.When))).Any(f => f.Kind is CallerFactKind.Claim && IsSold(f.Name));

    private static bool IsSold(string name) => Sold.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
