// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

// A setting switches it on, and the settings that the app was composed with do not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddConcurrencyLimiter("anglers", o => o.PermitLimit = 9)); // finding SF4002 BLOCKER @low
var app = builder.Build();
if (app.Configuration.GetValue<bool>("Limits:Enabled"))
    app.UseRateLimiter();
app.MapGet("/fish", () => "fish").RequireRateLimiting("anglers");
app.Run();
