using Microsoft.AspNetCore.RateLimiting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limiter => limiter.AddFixedWindowLimiter("orders", o => { o.PermitLimit = 10; o.Window = TimeSpan.FromSeconds(1); }));
var app = builder.Build();
app.MapGet("/orders", () => "orders");
app.MapPost("/orders", () => "order");
app.Run();
