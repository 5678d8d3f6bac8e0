// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

// Before UseRouting the limiter sees no endpoint.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddConcurrencyLimiter("lamp", o => o.PermitLimit = 1));
var app = builder.Build();
app.UseRateLimiter(); // finding SF4002 BLOCKER @high
app.UseRouting();
app.MapGet("/lamp", () => "on").RequireRateLimiting("lamp");
app.Run();
