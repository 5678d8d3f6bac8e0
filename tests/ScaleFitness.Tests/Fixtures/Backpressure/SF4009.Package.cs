using AspNetCoreRateLimit;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddInMemoryRateLimiting(); // finding SF4009 INFO
var app = builder.Build();
app.UseIpRateLimiting();
app.MapGet("/", () => "package");
app.Run();
