// composed
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

// The middleware is forgotten; nothing says so until the load comes.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddConcurrencyLimiter("anglers", o => o.PermitLimit = 9)); // finding SF4002 BLOCKER @high
var app = builder.Build();
if (app.Environment.IsDevelopment())
    app.UseRateLimiter();
app.MapGet("/fish", () => "fish").RequireRateLimiting("anglers");
app.Run();
