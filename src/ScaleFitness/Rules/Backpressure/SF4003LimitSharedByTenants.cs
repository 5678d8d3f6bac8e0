using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Limits;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>SF4003: one tenant's burst uses up what all tenants may.</summary>
public sealed class SF4003LimitSharedByTenants : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF4003",
        "rate limit shared by all tenants",
        Severity.High,
        "In a multi-tenant app, a limiter that counts all callers together, or lets those through who have no tenant.",
        "The limit protects the app from its tenants, and no tenant from another: one import uses up the window, and everybody else gets 429 until it ends. The limit itself has become the noisy neighbour's weapon.",
        new(
            "Partition the limiter by the tenant of the signed-in caller, with the address for those who have none; keep a limit for all together, if you want one, as a global limiter above it.",
            """
            limiter.AddFixedWindowLimiter("orders", o => { o.PermitLimit = 100; o.Window = TimeSpan.FromMinutes(1); });
            """,
            """
            limiter.AddPolicy("orders", context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.FindFirst("tenant_id")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = 100, Window = TimeSpan.FromMinutes(1) }));
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Tenancy.IsMultiTenant)
            return NotApplicable("nothing says that several tenants share the app");
        var limits = app.Backpressure.Rates.All;
        return limits.Count == 0
            ? NotApplicable("the app sets up no limiter of the framework's")
            : Examined(limits.Count, limits.Where(l => l.Endpoints is not { Count: 0 }).Select(l => Judge(app, l)).OfType<Finding>());
    }

    private Finding? Judge(AppModel app, RateLimit limit)
    {
        if (limit.IsShared == true && IsAlone(app, limit))
            return Found(app, limit, $"counts the calls of all tenants together: one tenant's burst uses up the limit, and all others are refused{Early(app, limit)}", LimitPlaces.Of(app, limit, limit.Registration));
        if (LimitGaps.LetsStrangersThrough(limit) && LimitGaps.IsByTenant(limit) && IsOpen(app, limit))
            return Found(app, limit, "lets every caller through who has no tenant: what they take, all tenants miss", LimitPlaces.Of(app, limit, limit.Partitions.FirstOrDefault(p => p.LetsThrough)?.Call));
        return null;
    }

    private static string Early(AppModel app, RateLimit limit) =>
        !app.Backpressure.Rates.Pipeline.SeesCallers && limit.Answers.Any(a => a.Asked.Count > 0) ? "; it asks who calls, but UseRateLimiter comes before UseAuthentication, where nobody is signed in yet" : "";

    /// <summary>Where another limiter tells callers apart, one for all together is the second wall.</summary>
    private static bool IsAlone(AppModel app, RateLimit limit) => limit.Endpoints is { } endpoints
        ? endpoints.Any(e => app.Backpressure.Rates.Of(e).All(l => l.IsShared == true))
        : app.Backpressure.Rates.All.Where(l => limit.IsGlobal || l.IsGlobal).All(l => l.IsShared == true);

    private static bool IsOpen(AppModel app, RateLimit limit) => limit.Endpoints is { } endpoints
        ? endpoints.Any(e => e.Composed is not { RequiresAuthorization: true } && !LimitGaps.IsCovered(app.Backpressure.Rates, limit, e))
        : !LimitGaps.IsCovered(app.Backpressure.Rates, limit, null);

    private Finding? Found(AppModel app, RateLimit limit, string how, (Code.Folding.SourceFunction Function, Code.Values.SourcePosition? Position)? at) =>
        at is not { } place ? null : At(app, place.Function, place.Position, Severity.High, $"{char.ToUpperInvariant(limit.Name[0])}{limit.Name[1..]} {how}", LimitPlaces.Sure(limit)) with
        {
            Subject = limit.Name,
            Path = [],
            Related = LimitPlaces.Endpoints(app, limit),
        };
}
