using AspNetCoreRateLimit;

var builder = WebApplication.CreateBuilder(args); // finding SF4001 HIGH: services registered, middleware never put in
builder.Services.AddMemoryCache();
builder.Services.AddInMemoryRateLimiting();
var app = builder.Build();
app.MapGet("/moons", () => "moons");
app.Run();
