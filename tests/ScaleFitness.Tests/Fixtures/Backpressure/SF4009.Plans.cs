using System.Threading.RateLimiting;

// Not composed: what a claim of the plan decides is sold.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter =>
{
    limiter.AddPolicy("api", context => // finding SF4009 MEDIUM @medium
    {
        var key = context.User.FindFirst("customer")?.Value ?? "";
        if (context.User.FindFirst("plan")?.Value == "gold")
            return RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = 1_000, Window = TimeSpan.FromMinutes(1) });
        return RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) });
    });
});
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/", () => "plans").RequireRateLimiting("api");
app.Run();
