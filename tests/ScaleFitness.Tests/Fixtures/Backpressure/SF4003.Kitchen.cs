// composed
using System.Security.Claims;
using System.Threading.RateLimiting;
using Kitchen;
using Microsoft.AspNetCore.RateLimiting;

// Restaurants share the app: each limiter is asked whether it tells them apart.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<ITenantContext, TenantContext>();
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddFixedWindowLimiter("orders", o => { o.PermitLimit = 100; o.Window = TimeSpan.FromMinutes(1); }); // finding SF4003 HIGH @high
    limiter.AddTokenBucketLimiter("nobody-asks", o => { o.TokenLimit = 9; o.TokensPerPeriod = 1; o.ReplenishmentPeriod = TimeSpan.FromSeconds(1); });
    limiter.AddPolicy("menus", PerTenant);
    limiter.AddPolicy("prints", context => // finding SF4003 HIGH @high: one key for everybody
        RateLimitPartition.GetConcurrencyLimiter("printer", _ => new() { PermitLimit = 4 }));
    limiter.AddPolicy("imports", context =>
    {
        if (context.User.FindFirst("tenant_id") is not { } tenant)
            return RateLimitPartition.GetNoLimiter(""); // finding SF4003 HIGH @high: who has no tenant has no limit
        return RateLimitPartition.GetFixedWindowLimiter(tenant.Value, _ => new() { PermitLimit = 5, Window = TimeSpan.FromHours(1) });
    });
    limiter.AddPolicy("exports", context => context.User.FindFirst("tenant_id") is { } tenant
        ? RateLimitPartition.GetFixedWindowLimiter(tenant.Value, _ => new() { PermitLimit = 5, Window = TimeSpan.FromHours(1) })
        : RateLimitPartition.GetNoLimiter(""));
    limiter.AddPolicy("by-service", context =>
        RateLimitPartition.GetFixedWindowLimiter(context.RequestServices.GetRequiredService<ITenantContext>().Tenant, _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
    limiter.AddPolicy("by-host", context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Request.Host.Host.Split('.')[0], _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) }));
    limiter.AddPolicy<string, ByUser>("by-user");
    limiter.AddPolicy<string, ByAmbientTenant>("ambient");
});
var app = builder.Build();
app.UseRateLimiter();
app.MapPost("/orders", () => "order").RequireRateLimiting("orders");
app.MapGet("/menus", () => "menu").RequireRateLimiting("menus");
app.MapPost("/prints", () => "print").RequireRateLimiting("prints");
app.MapPost("/imports", () => "import").RequireRateLimiting("imports");
app.MapPost("/exports", () => "export").RequireRateLimiting("exports").RequireAuthorization();
app.MapGet("/a", () => "a").RequireRateLimiting("by-service");
app.MapGet("/b", () => "b").RequireRateLimiting("by-host");
app.MapGet("/c", () => "c").RequireRateLimiting("by-user");
app.MapGet("/d", () => "d").RequireRateLimiting("ambient");
app.Run();

static RateLimitPartition<string> PerTenant(HttpContext context) => RateLimitPartition.GetTokenBucketLimiter(
    context.User.FindFirstValue("tenant_id") ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
    _ => new() { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

namespace Kitchen
{
    public interface ITenantContext
    {
        string Tenant { get; }
    }

    public class TenantContext(IHttpContextAccessor accessor) : ITenantContext
    {
        public string Tenant => accessor.HttpContext?.User.FindFirst("tenant_id")?.Value ?? "";
    }

    public class ByUser : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext context) =>
            RateLimitPartition.GetFixedWindowLimiter(context.User.Identity?.Name ?? "anonymous", _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) });
    }

    /// <summary>What the flow carries, nobody can tell before a request is served.</summary>
    public static class Ambient
    {
        public static readonly AsyncLocal<string?> Tenant = new();
    }

    public class ByAmbientTenant : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext context) =>
            RateLimitPartition.GetFixedWindowLimiter(Ambient.Tenant.Value ?? "", _ => new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(1) });
    }
}
