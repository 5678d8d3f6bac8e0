using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

// Not composed.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter // finding SF4009 INFO @medium
    .AddPolicy("a", context => RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { TokenLimit = 9, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }))
    .AddConcurrencyLimiter("b", o => o.PermitLimit = 3));
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/", () => "code").RequireRateLimiting("a");
app.Run();
