using AspNetCoreRateLimit;
using Microsoft.AspNetCore.RateLimiting;

// Not composed: a library adds to the pipeline, and what it adds code does not show.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddConcurrencyLimiter("lane", o => o.PermitLimit = 9)); // finding SF4002 BLOCKER @low
var app = builder.Build();
app.UseClientRateLimiting();
app.MapGet("/lanes", () => "lanes").RequireRateLimiting("lane");
app.Run();
