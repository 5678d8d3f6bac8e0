using System.Threading.RateLimiting;
using Dodgem;
using Microsoft.AspNetCore.RateLimiting;

// Not composed: the code of the partitioners says where keys come from.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddPolicy("a", context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Request.Headers["X-Client-Id"].ToString(), _ => Rules.Window)); // finding SF4010 HIGH @medium
    limiter.AddPolicy("b", context =>
    {
        var key = context.Request.Headers.TryGetValue("X-Client-Id", out var id) ? id.ToString() : "none";
        return RateLimitPartition.GetFixedWindowLimiter(key, _ => Rules.Window); // finding SF4010 HIGH @medium
    });
    limiter.AddPolicy<string, ByQuery>("c");
    limiter.AddPolicy("d", new ByAddress());
    limiter.AddPolicy("e", context => RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirst("sub")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "", _ => Rules.Window));
    limiter.AddPolicy("f", context => RateLimitPartition.GetFixedWindowLimiter(Rules.Partner(context.Request.Headers["X-Partner"].ToString()), _ => Rules.Window));
    limiter.AddPolicy("g", context =>
        RateLimitPartition.GetFixedWindowLimiter(Guid.NewGuid(), _ => Rules.Window)); // finding SF4010 HIGH @medium
    limiter.AddPolicy("h", context =>
    {
        if (context.User.Identity is not { IsAuthenticated: true })
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetFixedWindowLimiter(context.User.Identity.Name ?? "", _ => Rules.Window);
    });
    limiter.AddPolicy("i", context =>
        Rules.ForTenant(Rules.TenantOf(context))); // finding SF4010 HIGH @medium
    limiter.AddPolicy("j", context => Rules.Shared(context.Request.Headers["X-Tenant"].ToString())); // limit SF4010: two policies share the method that makes the partition
    limiter.AddPolicy("k", context => Rules.Shared(context.User.Identity?.Name ?? ""));
});
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/cars", () => "cars").RequireRateLimiting("a");
app.Run();

namespace Dodgem
{
    public static class Rules
    {
        private static readonly Dictionary<string, string> Partners = new() { ["acme"] = "acme" };

        public static FixedWindowRateLimiterOptions Window => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) };

        public static string Partner(string key) => Partners.TryGetValue(key, out var known) ? known : "stranger";

        public static string TenantOf(HttpContext context) => context.Request.Headers["X-Tenant"].FirstOrDefault()?.Trim() ?? "";

        public static RateLimitPartition<string> ForTenant(string tenant) =>
            RateLimitPartition.GetTokenBucketLimiter(tenant, _ => new() { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

        public static RateLimitPartition<string> Shared(string key) => RateLimitPartition.GetFixedWindowLimiter(key, _ => Window);
    }

    public class ByQuery : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext)
        {
            var session = httpContext.Request.Query["session"].ToString();
            return RateLimitPartition.GetSlidingWindowLimiter($"session-{session}", _ => new() { PermitLimit = 5, SegmentsPerWindow = 2, Window = TimeSpan.FromMinutes(1) }); // finding SF4010 HIGH @medium
        }
    }

    public class ByAddress : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter(httpContext.Connection.RemoteIpAddress?.ToString() ?? "", _ => Rules.Window);
    }
}
