using System.Threading.RateLimiting;
using Laundry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

// Not composed: code shows the limiters, and not who is limited by which.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<ITenantProvider, TenantProvider>();
builder.Services.AddRateLimiter(Limits.Set);
builder.Services.Configure<RateLimiterOptions>(o => o.AddSlidingWindowLimiter("spin", s => { s.PermitLimit = 9; s.SegmentsPerWindow = 3; s.Window = TimeSpan.FromSeconds(9); })); // finding SF4003 HIGH @medium
var app = builder.Build();
app.UseRateLimiter();
app.MapControllers();
app.Run();

namespace Laundry
{
    public interface ITenantProvider;

    public class TenantProvider : ITenantProvider;

    public static class Limits
    {
        private const string Washing = "wash";

        public static void Set(RateLimiterOptions options)
        {
            options.AddFixedWindowLimiter(Washing, o => // finding SF4003 HIGH @medium
            {
                o.PermitLimit = 10;
                o.Window = TimeSpan.FromSeconds(10);
            });
            options.AddPolicy("dry", context => RateLimitPartition.GetFixedWindowLimiter(TenantOf(context), _ => new() { PermitLimit = 10, Window = TimeSpan.FromSeconds(10) }));
            options.AddPolicy("iron", context =>
            {
                var tenant = context.User.FindFirst("tenant")?.Value;
                return tenant is null // limit SF4003: two tests lead here, and code keeps only what holds on every way; the composed host is asked
                    ? RateLimitPartition.GetNoLimiter("none")
                    : RateLimitPartition.GetTokenBucketLimiter(tenant, _ => new() { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
            });
            options.AddPolicy("press", context =>
            {
                if (context.User.FindFirst("tenant") is { } claim)
                    return RateLimitPartition.GetFixedWindowLimiter(claim.Value, _ => new() { PermitLimit = 10, Window = TimeSpan.FromSeconds(10) });
                return RateLimitPartition.GetNoLimiter("none"); // finding SF4003 HIGH @medium
            });
            options.AddPolicy("steam", context =>
            {
                if (context.Request.Path.StartsWithSegments("/ping"))
                    return RateLimitPartition.GetNoLimiter("none");
                return RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirst("tenant")?.Value ?? "", _ => new() { PermitLimit = 10, Window = TimeSpan.FromSeconds(10) });
            });
            options.AddPolicy("fold", new ByAddress());
            options.AddPolicy("cards", context => RateLimitPartition.GetFixedWindowLimiter(context.Items["tenant"], _ => new() { PermitLimit = 10, Window = TimeSpan.FromSeconds(10) }));
        }

        private static string TenantOf(HttpContext context) => context.User.FindFirst("tenant")?.Value ?? "";
    }

    public class ByAddress : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter($"{httpContext.Connection.RemoteIpAddress}", _ => new() { PermitLimit = 10, Window = TimeSpan.FromSeconds(10) });
    }

    [Route("machines"), EnableRateLimiting("wash")]
    public class MachinesController : ControllerBase
    {
        [HttpPost]
        public string Start() => "started";
    }
}
