// composed
// The deployment chooses; the settings that the app was composed with choose the memory.
var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["Cache:Redis"] is { Length: > 0 } redis)
    builder.Services.AddStackExchangeRedisCache(o => o.Configuration = redis);
else
    builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession(); // finding SF1006 BLOCKER @low
var app = builder.Build();
app.UseSession();
app.MapPost("/tickets", (HttpContext context) => context.Session.SetString("ticket", "1"));
app.Run();
