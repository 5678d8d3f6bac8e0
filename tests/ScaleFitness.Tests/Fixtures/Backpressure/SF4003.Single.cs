using Microsoft.AspNetCore.RateLimiting;

// One shop, one tenant: a limit for all together is what its owner wants.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(o => o.AddFixedWindowLimiter("all", w => { w.PermitLimit = 10; w.Window = TimeSpan.FromSeconds(10); }));
var app = builder.Build();
app.UseRateLimiter();
app.MapGet("/", () => "ok").RequireRateLimiting("all");
app.Run();
