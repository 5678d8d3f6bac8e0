// context instances=1
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddFixedWindowLimiter("all", o => { o.PermitLimit = 10; o.Window = TimeSpan.FromSeconds(1); }));
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/", () => "one").RequireRateLimiting("all");
app.Run();
