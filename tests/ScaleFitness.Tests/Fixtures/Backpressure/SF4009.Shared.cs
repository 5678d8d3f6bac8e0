// composed
using System.Threading.RateLimiting;
using Shared;

// Where limiters look elsewhere, or count only what runs here, n instances change nothing.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddPolicy("redis", context => RateLimitPartition.Get(context.User.Identity?.Name ?? "", _ => new RedisWindow()));
    limiter.AddPolicy("busy", context => RateLimitPartition.GetConcurrencyLimiter(context.User.Identity?.Name ?? "", _ => new() { PermitLimit = 3 }));
});
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/a", () => "a").RequireRateLimiting("redis");
app.MapGet("/b", () => "b").RequireRateLimiting("busy");
app.Run();

namespace Shared
{
    /// <summary>Counts in a store that all instances share.</summary>
    public class RedisWindow : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
