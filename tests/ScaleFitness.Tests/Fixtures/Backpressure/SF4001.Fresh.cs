using System.Threading.RateLimiting;
using Fresh;

// A limiter that the middleware makes for each request has never counted anything.
var builder = WebApplication.CreateBuilder(args); // finding SF4001 HIGH
var app = builder.Build();
app.UseMiddleware<Turnstile>();
app.MapGet("/pools", () => "pools");
app.Run();

namespace Fresh
{
    public class Turnstile(RequestDelegate next)
    {
        public async Task InvokeAsync(HttpContext context)
        {
            using var limiter = new TokenBucketRateLimiter(new() { TokenLimit = 5, TokensPerPeriod = 5, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
            using var lease = await limiter.AcquireAsync();
            if (lease.IsAcquired)
                await next(context);
        }
    }
}
