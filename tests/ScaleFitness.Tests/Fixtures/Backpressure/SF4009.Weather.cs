// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Weather;

// So many forecasts a day, for whoever has paid for them.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddFixedWindowLimiter("burst", o => { o.PermitLimit = 10; o.Window = TimeSpan.FromSeconds(1); });
    limiter.AddPolicy<string, DailyForecasts>("forecasts"); // finding SF4009 MEDIUM @high
});
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/forecast", () => "rain").RequireRateLimiting("forecasts");
app.MapGet("/now", () => "rain").RequireRateLimiting("burst");
app.Run();

namespace Weather
{
    public class DailyForecasts : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter(httpContext.User.FindFirst("customer")?.Value ?? "", _ => new() { PermitLimit = 1_000, Window = TimeSpan.FromDays(1) });
    }
}
