// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

// A global limiter needs no endpoint, and so no routing before it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
    RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 100, Window = TimeSpan.FromMinutes(1) })));
var app = builder.Build();
app.UseRateLimiter();
app.UseRouting();
app.MapGet("/fire", () => "lit");
app.Run();
