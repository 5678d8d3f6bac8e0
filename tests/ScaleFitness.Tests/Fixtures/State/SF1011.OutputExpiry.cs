// Each instance computes its own answers for a minute: a lower hit rate, no wrong answer for longer than before.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOutputCache(); // finding SF1011 LOW @high
var app = builder.Build();
app.UseOutputCache();
app.MapGet("/weather", () => "sun").CacheOutput(p => p.Expire(TimeSpan.FromMinutes(1)));
app.Run();
