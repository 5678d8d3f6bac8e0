using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Distributed;

// Both stores are shared; memory only where the app is developed.
var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsProduction() && builder.Environment.EnvironmentName == "Development")
    builder.Services.AddDistributedMemoryCache();
else
    builder.Services.AddDistributedSqlServerCache(o => o.TableName = "Cache");
builder.Services.AddOutputCache().AddStackExchangeRedisOutputCache(o => o.Configuration = "redis:6379");
builder.Services.AddControllersWithViews();
var app = builder.Build();
app.UseOutputCache();
app.MapGet("/a", (IDistributedCache cache) => cache.GetString("a"));
app.MapPost("/a", async (IDistributedCache cache, IOutputCacheStore store, CancellationToken token) =>
{
    await cache.SetStringAsync("a", "b", token);
    await store.EvictByTagAsync("a", token);
});
app.Run();
