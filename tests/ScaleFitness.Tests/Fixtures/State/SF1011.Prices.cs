using Microsoft.Extensions.Caching.Distributed;

// Prices are written through a cache that is called distributed and is not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache(o => o.SizeLimit = 50_000_000); // finding SF1011 HIGH @high
builder.Services.AddScoped<Prices.PriceCache>();
var app = builder.Build();
app.MapGet("/prices/{id:int}", async (int id, Prices.PriceCache cache, CancellationToken token) => await cache.GetAsync(id, token));
app.MapPut("/prices/{id:int}", (int id, decimal price, Prices.PriceCache cache, CancellationToken token) => cache.SetAsync(id, price, token));
app.Run();

namespace Prices
{
    public class PriceCache(IDistributedCache cache)
    {
        public async Task<string> GetAsync(int id, CancellationToken token) => await cache.GetStringAsync($"price:{id}", token) ?? "none";

        public Task SetAsync(int id, decimal price, CancellationToken token) =>
            cache.SetStringAsync($"price:{id}", price.ToString(), new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(5) }, token);
    }
}
