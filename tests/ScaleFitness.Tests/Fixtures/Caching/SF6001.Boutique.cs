using System.Security.Claims;
using Boutique;
using Microsoft.Extensions.Caching.Memory;

// Every visitor leaves something behind.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMemoryCache();
builder.Services.AddSingleton<Prices>();
builder.Services.AddScoped<Carts>();
var app = builder.Build();
app.MapGet("/prices/{sku}", (string sku, IMemoryCache cache) => cache.Set("price:" + sku, 5)); // finding SF6001 HIGH @high
app.MapGet("/sizes/{sku}", (string sku, IMemoryCache cache) => cache.GetOrCreate($"size:{sku}", entry => 42)); // finding SF6001 HIGH
app.MapGet("/colours/{id:int}", async (int id, IMemoryCache cache) => await cache.GetOrCreateAsync(id, async entry => // finding SF6001 HIGH
{
    await Task.Yield();
    entry.Priority = CacheItemPriority.Low;
    return "red";
}));
app.MapGet("/me", (ClaimsPrincipal user, IMemoryCache cache) => cache.Set(user.FindFirst("sub")!.Value, DateTime.UtcNow)); // finding SF6001 HIGH: as many keys as people
app.MapGet("/search", (HttpRequest request, IMemoryCache cache) => cache.Set((request.QueryString.Value, "search"), 1)); // finding SF6001 HIGH: a tuple is a key too
app.MapGet("/never/{sku}", (string sku, IMemoryCache cache) => cache.Set(sku, 1, TimeSpan.MaxValue)); // finding SF6001 HIGH: an expiry in name only
app.MapGet("/entry/{sku}", (string sku, IMemoryCache cache) =>
{
    using var entry = cache.CreateEntry(sku); // finding SF6001 HIGH
    entry.Value = 7;
});
app.MapGet("/options/{sku}", (string sku, IMemoryCache cache) =>
{
    var options = new MemoryCacheEntryOptions { Priority = CacheItemPriority.High };
    cache.Set(sku, 1, options); // finding SF6001 HIGH: options that limit nothing
});

app.MapGet("/ok/minutes/{sku}", (string sku, IMemoryCache cache) => cache.Set(sku, 1, TimeSpan.FromMinutes(5)));
app.MapGet("/ok/until/{sku}", (string sku, IMemoryCache cache) => cache.Set(sku, 1, DateTimeOffset.UtcNow.AddHours(1)));
app.MapGet("/ok/sliding/{sku}", (string sku, IMemoryCache cache) => cache.Set(sku, 1, new MemoryCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1) }));
app.MapGet("/ok/fluent/{sku}", (string sku, IMemoryCache cache) => cache.Set(sku, 1, new MemoryCacheEntryOptions().SetPriority(CacheItemPriority.Low).SetAbsoluteExpiration(TimeSpan.FromMinutes(1))));
app.MapGet("/ok/create/{sku}", (string sku, IMemoryCache cache) => cache.GetOrCreate(sku, entry =>
{
    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
    return 1;
}));
app.MapGet("/ok/async/{sku}", (string sku, IMemoryCache cache) => cache.GetOrCreateAsync(sku, async entry =>
{
    await Task.Yield();
    entry.SetSlidingExpiration(TimeSpan.FromMinutes(1));
    return 1;
}));
app.MapGet("/ok/handed/{sku}", (string sku, IMemoryCache cache) => cache.GetOrCreate(sku, entry =>
{
    Expiry.Apply(entry);
    return 1;
}));
app.MapGet("/ok/entry/{sku}", (string sku, IMemoryCache cache) =>
{
    using var entry = cache.CreateEntry(sku);
    entry.Value = 7;
    entry.SetOptions(Expiry.Short);
});
app.MapGet("/ok/all", (IMemoryCache cache) => cache.Set("all", 1));
app.MapGet("/ok/kind/{kind}", (Kind kind, IMemoryCache cache) => cache.Set($"kind:{kind}", 1));
app.MapGet("/ok/flag/{flag:bool}", (bool flag, IMemoryCache cache) => cache.Set(flag, 1));
app.MapGet("/ok/verb", (HttpRequest request, IMemoryCache cache) => cache.Set("verb:" + request.Method, 1));
app.MapGet("/basket/{id}", (string id, Carts carts) => carts.Of(id));
app.MapGet("/price/{sku}", (string sku, Prices prices) => prices.Of(sku));
app.Services.GetRequiredService<IMemoryCache>().Set(Environment.MachineName, 1);
app.Run();

namespace Boutique
{
    public enum Kind
    {
        Shoe,
        Hat,
    }

    public static class Expiry
    {
        public static readonly MemoryCacheEntryOptions Short = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };

        public static void Apply(ICacheEntry entry) => entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10);
    }

    // A cache of its own that refuses to grow.
    public class Prices
    {
        private readonly MemoryCache _cache = new(new MemoryCacheOptions { TrackStatistics = true });

        public int Of(string sku) => _cache.GetOrCreate(sku, _ => sku.Length); // finding SF6001 HIGH: a cache of its own, and no limit either
    }

    public class Carts(IMemoryCache cache)
    {
        private static readonly MemoryCacheEntryOptions Sized = Make();

        public List<string> Of(string id)
        {
            if (cache.TryGetValue(id, out List<string>? cart) && cart is not null)
                return cart;
            cart = [];
            return cache.Set(id, cart, Sized);
        }

        private static MemoryCacheEntryOptions Make()
        {
            var options = new MemoryCacheEntryOptions();
            options.SetSize(1);
            options.SlidingExpiration = TimeSpan.FromMinutes(20);
            return options;
        }
    }
}
