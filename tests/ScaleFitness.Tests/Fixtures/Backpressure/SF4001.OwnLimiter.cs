using System.Threading.RateLimiting;
using Ferry;

// Middleware of the app's own asks a limiter for a permit.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Berths>();
var app = builder.Build();
app.UseMiddleware<BoardingMiddleware>();
app.MapGet("/crossings", () => "crossings");
app.MapPost("/crossings", (string name) => name);
app.Run();

namespace Ferry
{
    public class Berths
    {
        private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetConcurrencyLimiter(context.User.Identity?.Name ?? "", _ => new ConcurrencyLimiterOptions { PermitLimit = 5 }));

        public ValueTask<RateLimitLease> TakeAsync(HttpContext context) => _limiter.AcquireAsync(context);
    }

    public class BoardingMiddleware(RequestDelegate next, Berths berths)
    {
        public async Task InvokeAsync(HttpContext context)
        {
            using var lease = await berths.TakeAsync(context);
            if (lease.IsAcquired)
                await next(context);
            else
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
    }
}
