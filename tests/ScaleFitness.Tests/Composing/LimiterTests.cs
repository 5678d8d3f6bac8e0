using ScaleFitness.Model.Composition;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>
/// Limiters of a composed app are asked how they count. They stand in internals of the framework: the test fails where the
/// version that is used here has moved them.
/// </summary>
public sealed class LimiterTests
{
    private static readonly Lazy<ComposedHost> Host = new(() => Compose("""
        using System.Threading.RateLimiting;
        using Microsoft.AspNetCore.Http.Timeouts;
        using Microsoft.AspNetCore.RateLimiting;
        using System.Security.Claims;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<TenantContext>();
        builder.Services.AddSingleton<Keys>();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = 429;
            limiter.AddFixedWindowLimiter("window", o => { o.PermitLimit = 7; o.Window = TimeSpan.FromHours(1); });
            limiter.AddConcurrencyLimiter("busy", o => o.PermitLimit = 3);
            limiter.AddPolicy("user", c => RateLimitPartition.GetTokenBucketLimiter(c.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? c.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(2) }));
            limiter.AddPolicy("tenant", c => Guid.TryParse(c.User.FindFirst("tenant_id")?.Value, out var id) ? RateLimitPartition.GetFixedWindowLimiter(id, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }) : RateLimitPartition.GetNoLimiter(Guid.Empty));
            limiter.AddPolicy("header", c => RateLimitPartition.GetFixedWindowLimiter(int.Parse(c.Request.Headers["X-Tenant"].ToString()), _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy("host", c => RateLimitPartition.GetFixedWindowLimiter(c.Request.Host.Value, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy("query", c => RateLimitPartition.GetFixedWindowLimiter(c.Request.Query["k"].ToString() + c.Request.Cookies["c"] + c.Request.RouteValues["tenant"], _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy("fresh", c => RateLimitPartition.GetFixedWindowLimiter(c.TraceIdentifier, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy("service", c => RateLimitPartition.GetFixedWindowLimiter(c.RequestServices.GetRequiredService<TenantContext>().Tenant, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy("throws", c => c.Items["x"] is null ? throw new InvalidOperationException("secret") : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy<string, ByKey>("class");
            limiter.AddPolicy("connects", c => { using var client = new System.Net.Sockets.TcpClient("127.0.0.1", 9); return RateLimitPartition.GetNoLimiter(""); });
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(c => RateLimitPartition.GetConcurrencyLimiter("all", _ => new() { PermitLimit = 100 })),
                PartitionedRateLimiter.Create<HttpContext, string>(c => RateLimitPartition.GetFixedWindowLimiter(c.User.Identity?.Name ?? "anonymous", _ => new() { PermitLimit = 50, Window = TimeSpan.FromMinutes(1) })));
        });
        builder.Services.AddRequestTimeouts(o => { o.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(20) }; o.AddPolicy("long", TimeSpan.FromMinutes(5)); });
        var app = builder.Build();
        app.UseRequestTimeouts();
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/api"), b => b.UseRateLimiter());
        app.MapGet("/inline", () => "ok").RequireRateLimiting(new ByKey(new Keys()));
        app.MapGet("/plain", async context => await context.Response.WriteAsync("ok"));
        app.MapGroup("/orders").RequireRateLimiting("user").MapPost("/", () => "ok").WithRequestTimeout("long");
        app.MapGet("/free", () => "ok").DisableRateLimiting();
        app.Run();

        public sealed class TenantContext { public string Tenant { get; set; } = ""; }
        public sealed class Keys;
        public sealed class ByKey(Keys keys) : IRateLimiterPolicy<string>
        {
            public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;
            public RateLimitPartition<string> GetPartition(HttpContext context) =>
                RateLimitPartition.GetSlidingWindowLimiter(context.Request.Headers["X-Api-Key"].ToString() + keys, _ => new() { PermitLimit = 5, SegmentsPerWindow = 2, Window = TimeSpan.FromMinutes(1) });
        }
        """));

    [Fact]
    public void Policies_are_found_by_name() =>
        Assert.Equal(["busy", "class", "connects", "fresh", "header", "host", "query", "service", "tenant", "throws", "user", "window"], Host.Value.RateLimits!.Policies);

    [Fact]
    public void A_limiter_without_partitions_asks_nothing_of_callers()
    {
        var window = Named("window");
        Assert.Null(window.Partitioner);
        Assert.All(window.Partitions, p => Assert.Equal((7, 3600, "FixedWindowRateLimiter", 0), (p.Permits, p.PeriodSeconds, p.Limiter!.Name, p.Asked.Count)));
        Assert.All(Named("busy").Partitions, p => Assert.Equal((3, null, "ConcurrencyLimiter"), (p.Permits, p.PeriodSeconds, p.Limiter!.Name)));
    }

    [Theory]
    [InlineData("user", true, true, "Claim http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier", "TokenBucketRateLimiter")]
    [InlineData("user", false, true, "Address", "TokenBucketRateLimiter")]
    [InlineData("tenant", true, false, "Claim tenant_id", "FixedWindowRateLimiter")]
    [InlineData("tenant", false, false, "", "NoopLimiter")]
    [InlineData("header", false, true, "Header X-Tenant", "FixedWindowRateLimiter")]
    [InlineData("host", false, false, "Host", "FixedWindowRateLimiter")]
    [InlineData("query", false, true, "Query k, Cookie c, Route", "FixedWindowRateLimiter")]
    [InlineData("class", false, true, "Header X-Api-Key", "SlidingWindowRateLimiter")]
    [InlineData("service", true, true, "", "FixedWindowRateLimiter")]
    public void What_changes_the_key_is_what_callers_are_counted_by(string policy, bool isKnown, bool isFull, string by, string limiter)
    {
        var partition = Named(policy).Partitions.Single(p => p.IsKnown == isKnown && p.IsFull == isFull);
        Assert.Null(partition.Undecided);
        Assert.Equal((by, limiter), (string.Join(", ", partition.By.Select(f => $"{f.Kind} {f.Name}".Trim())), partition.Limiter!.Name));
        Assert.NotNull(Named(policy).Partitioner);
    }

    [Fact]
    public void A_partition_of_its_own_for_each_request_is_seen_as_one() => Assert.All(Named("fresh").Partitions, p => Assert.True(p.IsPerRequest));

    [Fact]
    public void A_service_that_was_asked_for_is_noted() => Assert.All(Named("service").Partitions, p => Assert.Equal([new(CallerFactKind.Other, "TenantContext")], p.Asked));

    [Fact]
    public void What_throws_is_undecided_and_its_words_stay_where_they_are() =>
        Assert.All(Named("throws").Partitions, p => Assert.Equal("InvalidOperationException", p.Undecided));

    [Fact]
    public void A_partitioner_that_connects_is_not_waited_for() =>
        Assert.All(Named("connects").Partitions, p => Assert.Equal("it does not answer", p.Undecided));

    [Fact]
    public void A_chained_global_limiter_is_read_in_its_parts()
    {
        var limits = Host.Value.RateLimits!;
        Assert.True(limits.IsGlobal);
        Assert.Equal(429, limits.RejectionStatus);
        var global = limits.Limiters.Where(l => l.IsGlobal).ToList();
        Assert.Equal(["ConcurrencyLimiter", "FixedWindowRateLimiter"], global.Select(l => l.Partitions[0].Limiter!.Name));
        Assert.All(global, l => Assert.NotNull(l.Partitioner));
        Assert.Equal([new(CallerFactKind.Claim, "name")], global[1].Partitions[0].By);
        Assert.Empty(global[1].Partitions.Single(p => p is { IsKnown: false, IsFull: true }).By);
    }

    [Fact]
    public void Endpoints_tell_their_policies_groups_and_handlers()
    {
        var endpoints = Host.Value.Endpoints;
        Assert.Equal("GetPartition", endpoints.Single(e => e.Route == "/inline").Limiter?.Partitioner?.Name);
        Assert.NotNull(endpoints.Single(e => e.Route == "/plain").Handler);
        Assert.True(endpoints.Single(e => e.Route == "/free").IsLimitDisabled);
        Assert.Contains(endpoints, e => e is { Route: "/orders/", Verbs: ["POST"], LimitPolicy: "user", TimeoutPolicy: "long" });
    }

    [Fact]
    public void Time_limits_and_middleware_of_branches_are_read()
    {
        Assert.Equal(20, Host.Value.Timeouts!.DefaultSeconds);
        Assert.Equal(["long"], Host.Value.Timeouts.Policies);
        Assert.Contains(Host.Value.AllMiddleware, m => m.Name == "RateLimitingMiddleware");
        Assert.Contains(Host.Value.Middleware, m => m.Name == "RequestTimeoutsMiddleware");
        Assert.Empty(Host.Value.Notes);
    }

    private static ComposedLimiter Named(string policy) => Host.Value.RateLimits!.Limiters.Single(l => l.Policy == policy);

    private static ComposedHost Compose(string program)
    {
        var fixture = FixtureCompiler.Compile("Limited", [new SourceText("Program.cs", program)], FixtureBuild.Debug, WorkFolder.Create("limited"));
        Assert.Empty(fixture.Errors);
        var answer = ComposedFixture.Compose(fixture);
        Assert.Null(answer.Failure);
        return answer.Host!;
    }
}
