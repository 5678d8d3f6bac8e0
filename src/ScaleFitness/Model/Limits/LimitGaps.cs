using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Routing;

namespace ScaleFitness.Model.Limits;

/// <summary>Ways past a limiter: callers that it does not count, and facts that callers make up.</summary>
public static class LimitGaps
{
    /// <summary>What a caller can have another of for the asking.</summary>
    public static bool IsForgeable(CallerFact fact) =>
        fact.Kind is CallerFactKind.Header or CallerFactKind.Query or CallerFactKind.Cookie or CallerFactKind.Form or CallerFactKind.Body or CallerFactKind.Connection
        && fact is not { Kind: CallerFactKind.Header, Name: "Authorization" };

    /// <summary>The facts that callers can make up and the limiter counts them by.</summary>
    public static IReadOnlyList<CallerFact> Forgeable(RateLimit limit) =>
        [.. (limit.IsAsked ? limit.Answers.SelectMany(a => a.By) : limit.Partitions.SelectMany(p => p.Key.By)).Distinct().Where(IsForgeable)];

    /// <summary>Whether each request has a partition of its own, so that nothing is ever counted.</summary>
    public static bool IsPerRequest(RateLimit limit) =>
        limit.IsAsked ? limit.Answers.Any(a => a.IsPerRequest) : limit.Partitions.Any(p => p.Key.IsPerRequest);

    /// <summary>Whether it counts some callers, and lets those through who do not say who they are.</summary>
    public static bool LetsStrangersThrough(RateLimit limit) => limit.IsAsked
        ? limit.Answers.Any(a => !a.IsKnown && RateLimit.Lets(a)) && limit.Answers.Any(a => a.Limiter is not null && !RateLimit.Lets(a))
        : limit.Partitions.Any(p => p.LetsThrough && p.When.Count > 0 && p.When.All(Identifies)) && limit.Partitions.Any(p => !p.LetsThrough);

    /// <summary>Whether it tells tenants apart where they say which they are.</summary>
    public static bool IsByTenant(RateLimit limit) =>
        (limit.IsAsked ? limit.Answers.SelectMany(a => a.By) : limit.Partitions.SelectMany(p => p.Key.By)).Any(IsTenant);

    /// <summary>Whether another limiter on the way to an endpoint counts callers by what they cannot make up.</summary>
    /// <param name="limits">All limiters.</param>
    /// <param name="limit">The one with the gap.</param>
    /// <param name="endpoint">The endpoint; null where it is not known which ones it limits.</param>
    public static bool IsCovered(RateLimits limits, RateLimit limit, Endpoint? endpoint) =>
        (endpoint is null ? limits.All.Where(l => l.IsGlobal) : limits.Of(endpoint)).Any(l => l != limit && CountsStrangers(l));

    private static bool CountsStrangers(RateLimit limit) => limit.IsAsked
        ? limit.Answers.Where(a => !a.IsKnown).ToList() is [_, ..] strangers && strangers.All(a => a.Undecided is null && !RateLimit.Lets(a) && !a.IsPerRequest && a.By.Any(f => !IsForgeable(f)) && !a.By.Any(IsForgeable))
        : limit.Partitions.Count > 0 && limit.Partitions.All(p => !p.LetsThrough && !p.Key.IsPerRequest && p.Key.By.Any(f => !IsForgeable(f)) && !p.Key.By.Any(IsForgeable));

    private static bool Identifies(CallerFact fact) => fact.Kind is CallerFactKind.Claim or CallerFactKind.Header or CallerFactKind.Query or CallerFactKind.Cookie or CallerFactKind.Route;

    private static bool IsTenant(CallerFact fact) =>
        fact.Kind is CallerFactKind.Host or CallerFactKind.Route || fact.Name.Contains("tenant", StringComparison.OrdinalIgnoreCase) || fact.Name is "tid" or "org" or "org_id" or "organization" or "organization_id";
}
