using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Routing;

namespace ScaleFitness.Rules.Backpressure;

/// <summary>An endpoint that takes whatever comes.</summary>
public sealed class SF4001EndpointWithoutRateLimit : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF4001",
        "endpoint without rate limit",
        Severity.High,
        "An endpoint that no rate-limit policy, group, global limiter or gateway middleware limits.",
        "Load past capacity is queued instead of refused: every request gets slower until all time out, and one client's loop or one tenant's import is an outage for everybody.",
        new(
            "Put a global limiter partitioned by caller over all endpoints, and a stricter policy on the expensive ones.",
            """
            var app = builder.Build();
            app.MapPost("/orders", Orders.Create);
            """,
            """
            builder.Services.AddRateLimiter(limiter =>
            {
                limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limiter.AddPolicy("per-caller", context => RateLimitPartition.GetTokenBucketLimiter(
                    context.User.FindFirst("sub")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { TokenLimit = 20, TokensPerPeriod = 10, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));
            });
            var app = builder.Build();
            app.UseRateLimiter();
            app.MapPost("/orders", Orders.Create).RequireRateLimiting("per-caller");
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var endpoints = app.Endpoints.Where(e => !e.IsOperational).ToList();
        if (endpoints.Count == 0)
            return NotApplicable("the app has no web endpoints of its own");
        var open = endpoints.Where(e => e.Limit is Limit.None or Limit.Disabled).ToList();
        if (open.Count == 0)
            return Examined(endpoints.Count, []);
        // One absence, one finding; where some have a limit and some do not, each that has none was forgotten by itself.
        return endpoints.Any(e => e.Limit is Limit.Limited or Limit.Unknown) || ServingMain.Of(app) is not { } main
            ? Examined(endpoints.Count, open.GroupBy(e => (e.Function, e.Position)).Select(same => One(app, [.. same])))
            : Examined(endpoints.Count, [None(app, main, open)]);
    }

    private Finding None(AppModel app, SourceFunction main, List<Endpoint> open)
    {
        var worst = open.Select(e => SeverityOf(app, e).Severity).Max();
        return At(app, main, null, worst, $"Nothing limits the rate of requests: {open.Count} {(open.Count == 1 ? "endpoint takes" : "endpoints take")} whatever comes") with
        {
            Related = [.. open.Select(e => Places.Of(app, e.Function, e.Position, e.Name))],
            Projection = WaitingRequests.Project(app.Context),
        };
    }

    /// <summary>An action that several controllers inherit is written, and mended, once.</summary>
    private Finding One(AppModel app, IReadOnlyList<Endpoint> same)
    {
        var endpoint = same[0];
        var (severity, why) = same.Select(e => SeverityOf(app, e)).MaxBy(s => s.Severity);
        var how = endpoint.Limit == Limit.Disabled ? "has its rate limit switched off" : "has no rate limit, while others have one";
        return At(app, endpoint.Function, endpoint.Position, severity, $"{Names(same)} {how}{(why is null ? "" : $"; it is {why} that all tenants share")}") with
        {
            Subject = endpoint.Handlers.Contains(endpoint.Function) ? null : endpoint.Subject,
            Path = [],
            Related = [.. same.SelectMany(e => e.Handlers).Distinct().Where(h => h.Owner != endpoint.Function.Owner).Select(h => Places.Of(app, h, null, "what it runs"))],
            Projection = WaitingRequests.Project(app.Context),
        };
    }

    /// <summary>What many controllers inherit, or a loop maps, need not be listed in full.</summary>
    private static string Names(IReadOnlyList<Endpoint> same) =>
        string.Join(", ", same.Select(e => e.Name).Distinct().Take(3)) + (same.Count > 3 ? $" and {same.Count - 3} more" : "");

    /// <summary>What one tenant's expensive calls take, all others miss.</summary>
    private static (Severity Severity, string? Why) SeverityOf(AppModel app, Endpoint endpoint)
    {
        if (!app.Tenancy.IsMultiTenant)
            return (Severity.High, null);
        var why = app.Backpressure.Expensive.Of(endpoint) ?? (app.Backpressure.Expensive.FunctionsOf(endpoint).Any(f => IsUnbounded(app, f)) ? "an unbounded query" : null);
        return (why is null ? Severity.High : Severity.Blocker, why);
    }

    private static bool IsUnbounded(AppModel app, SourceFunction function) =>
        app.Materialisations.In(function).Any(m => m.Query.Root is EntityRoot root && !app.Context.IsSmall(root.Name) && app.Extents.Of(m.Query) == Extent.Whole);
}
