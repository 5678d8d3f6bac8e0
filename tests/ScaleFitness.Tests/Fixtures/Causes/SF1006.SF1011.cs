using Microsoft.Extensions.Caching.Distributed;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession(); // finding SF1006
var app = builder.Build();
app.UseSession();
app.MapGet("/", (HttpContext context) => context.Session.GetString("name") ?? "stranger");
app.MapGet("/motd", (IDistributedCache cache) => cache.GetString("motd"));
app.Run();
