// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

// In a branch for what lies under one path it is in force.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddConcurrencyLimiter("anglers", o => o.PermitLimit = 9));
var app = builder.Build();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/fish"), branch => branch.UseRateLimiter());
app.MapGet("/fish", () => "fish").RequireRateLimiting("anglers");
app.Run();
