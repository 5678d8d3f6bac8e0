// composed
using System.Threading.RateLimiting;

// By its address everybody is counted before the header is looked at.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter =>
{
    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));
    limiter.AddPolicy("child", context =>
        RateLimitPartition.GetFixedWindowLimiter(context.Request.Headers["X-Child"].ToString(), _ => new() { PermitLimit = 2, Window = TimeSpan.FromMinutes(1) }));
});
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/horses", () => "horses").RequireRateLimiting("child");
app.Run();
