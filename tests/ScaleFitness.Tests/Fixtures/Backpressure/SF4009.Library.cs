// composed
// context instances=4
using System.Threading.RateLimiting;

// Each of four instances counts for itself; work under way is its own affair.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => // finding SF4009 INFO @high
{
    limiter.AddPolicy("readers", context => RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 30, SegmentsPerWindow = 3, Window = TimeSpan.FromMinutes(1) }));
    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter("all", _ => new() { PermitLimit = 100 }));
});
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/books", () => "books").RequireRateLimiting("readers");
app.Run();
