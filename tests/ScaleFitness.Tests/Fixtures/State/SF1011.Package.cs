using Microsoft.Extensions.Caching.Distributed;

// The shared cache comes with a method of the app's that decides by a setting; where it is not set, memory will do.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAppCache(builder.Configuration);
var app = builder.Build();
app.MapGet("/a", (IDistributedCache cache) => cache.GetStringAsync("a"));
app.Run();

public static class CacheSetup
{
    public static IServiceCollection AddAppCache(this IServiceCollection services, IConfiguration configuration) =>
        configuration["Redis"] is { Length: > 0 } redis ? services.AddStackExchangeRedisCache(o => o.Configuration = redis) : services.AddDistributedMemoryCache();
}
