using System.Text.Json;
using Auction;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

// Bids in Redis: written back by property, in a generic store, in a loop, in a job.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddScoped<Store>();
builder.Services.AddScoped<Lots>();
builder.Services.AddHostedService<Sweep>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Auction
{
    public class Lot
    {
        public decimal Price { get; set; }
        public List<string> Bidders { get; set; } = [];
        public DateTime Seen { get; set; }
    }

    public class Store(IDistributedCache cache)
    {
        public async Task<T?> LoadAsync<T>(string key)
        {
            var bytes = await cache.GetAsync(key);
            return bytes is null ? default : JsonSerializer.Deserialize<T>(bytes);
        }

        public Task SaveAsync<T>(string key, T value, CancellationToken token = default) =>
            cache.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(value), new DistributedCacheEntryOptions(), token);

        public async Task<T> GetOrLoadAsync<T>(string key, Func<Task<T>> load)
        {
            if (await LoadAsync<T>(key) is { } known)
                return known;
            var loaded = await load();
            await SaveAsync(key, loaded);
            return loaded;
        }
    }

    public class Lots(Store store, IConnectionMultiplexer redis)
    {
        private const string Prefix = "lot:";

        public async Task BidAsync(int id, string bidder, decimal price)
        {
            var lot = await store.LoadAsync<Lot>(Prefix + id) ?? new Lot();
            if (price <= lot.Price)
                return;
            lot.Price = price;
            lot.Bidders.Add(bidder);
            await store.SaveAsync(Prefix + id, lot); // finding SF3010 HIGH
        }

        public Task<Lot> GetAsync(int id) => store.GetOrLoadAsync(Prefix + id, () => Task.FromResult(new Lot()));

        public async Task MoveAsync(int id)
        {
            var lot = await store.LoadAsync<Lot>(Prefix + id);
            await store.SaveAsync("sold:" + id, lot);
        }

        public void Raise(int id, int by)
        {
            var db = redis.GetDatabase();
            var before = (int)db.HashGet("prices", id);
            db.HashSet("prices", id, before + by); // finding SF3010 HIGH
        }

        public void RaiseOther(int id, int other, int by)
        {
            var db = redis.GetDatabase();
            var before = (int)db.HashGet("prices", id);
            db.HashSet("prices", other, before + by);
        }

        public bool Take(string bidder)
        {
            var db = redis.GetDatabase();
            if ((int)db.StringGet("bids:" + bidder) > 10)
                throw new InvalidOperationException("too many bids");
            db.StringIncrement("bids:" + bidder); // finding SF3010 HIGH: checked by throwing
            return true;
        }

        // Looks and counts, whatever it saw.
        public long Count(string page)
        {
            var db = redis.GetDatabase();
            var before = (long)db.StringGet(page);
            db.StringIncrement(page);
            return before;
        }
    }

    [ApiController, Route("lots")]
    public class LotsController(Lots lots) : ControllerBase
    {
        [HttpPost("{id:int}")]
        public async Task<decimal> Bid(int id, decimal price)
        {
            await lots.BidAsync(id, User.Identity?.Name ?? "", price);
            await lots.MoveAsync(id);
            lots.Raise(id, 1);
            lots.RaiseOther(id, id + 1, 1);
            lots.Take("me");
            lots.Count("page");
            return (await lots.GetAsync(id)).Price;
        }
    }

    public class Sweep(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var scope = scopes.CreateScope();
                var store = scope.ServiceProvider.GetRequiredService<Store>();
                var lot = await store.LoadAsync<Lot>("lot:swept") ?? new Lot();
                lot.Seen = DateTime.UtcNow;
                await store.SaveAsync("lot:swept", lot, stoppingToken); // finding SF3010 MEDIUM: in the background
                await Task.Delay(1000, stoppingToken);
            }
        }
    }
}
