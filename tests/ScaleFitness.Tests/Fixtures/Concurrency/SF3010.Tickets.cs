using System.Text.Json;
using Medallion.Threading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;
using Tickets;

// Carts, quotas and counters in a store that instances share.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddStackExchangeRedisCacheLike();
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddScoped<ICarts, Carts>();
builder.Services.AddScoped<Quotas>();
builder.Services.AddScoped<Prices>();
builder.Services.AddHttpClient();
var app = builder.Build();
app.MapPost("/visits/{page}", async (string page, IDistributedCache cache) =>
{
    var text = await cache.GetStringAsync("visits:" + page);
    var count = text is null ? 0 : int.Parse(text);
    await cache.SetStringAsync($"visits:{page}", (count + 1).ToString()); // finding SF3010 HIGH: the key is built in two ways
});
app.MapPost("/hits", async (IConnectionMultiplexer redis) =>
{
    var db = redis.GetDatabase();
    var hits = (long)db.StringGet("hits");
    hits++;
    db.StringSet("hits", hits); // finding SF3010 HIGH
});
app.MapPost("/atomic/{page}", (string page, IConnectionMultiplexer redis) => redis.GetDatabase().StringIncrementAsync($"visits:{page}"));
app.MapControllers();
app.Run();

namespace Tickets
{
    public static class Wiring
    {
        public static IServiceCollection AddStackExchangeRedisCacheLike(this IServiceCollection services) => services.AddDistributedMemoryCache();
    }

    public record Cart(string Id)
    {
        public List<string> Items { get; init; } = [];
        public int Version { get; set; }
    }

    public interface ICarts
    {
        Task<Cart?> GetAsync(string id);
        Task SaveAsync(string id, Cart cart);
    }

    public class Carts(IDistributedCache cache) : ICarts
    {
        public async Task<Cart?> GetAsync(string id)
        {
            var json = await cache.GetStringAsync(Key(id));
            return json is null ? null : JsonSerializer.Deserialize<Cart>(json);
        }

        public Task SaveAsync(string id, Cart cart) => cache.SetStringAsync(Key(id), JsonSerializer.Serialize(cart));

        private static string Key(string id) => $"cart:{id}";
    }

    [ApiController, Route("carts")]
    public class CartsController(ICarts carts, IDistributedCache cache, IConnectionMultiplexer redis, Quotas quotas, Prices prices, IDistributedLockProvider locks) : ControllerBase
    {
        // Behind an interface, in two methods.
        [HttpPost("{id}/items")]
        public async Task Add(string id, string item)
        {
            var cart = await carts.GetAsync(id) ?? new Cart(id);
            cart.Items.Add(item);
            await carts.SaveAsync(id, cart); // finding SF3010 HIGH
        }

        // The caller's whole cart: nothing of the old one goes into it.
        [HttpPut("{id}")]
        public async Task Replace(string id, Cart cart)
        {
            if (await carts.GetAsync(id) is null)
                cart.Version = 1;
            await carts.SaveAsync(id, cart);
        }

        // From one key to another.
        [HttpPost("{id}/copy")]
        public async Task Copy(string id, string to)
        {
            var cart = await carts.GetAsync(id) ?? new Cart(id);
            cart.Items.Add("copied");
            await carts.SaveAsync(to, cart);
        }

        [HttpPost("{id}/tags")]
        public async Task Tag(string id, string tag)
        {
            var db = redis.GetDatabase();
            var tags = await db.HashGetAsync("tags", id);
            var list = tags.HasValue ? JsonSerializer.Deserialize<string[]>((string)tags!)! : [];
            await db.HashSetAsync("tags", id, JsonSerializer.Serialize(list.Append(tag))); // finding SF3010 HIGH: one field of a hash
        }

        [HttpPost("{id}/locked")]
        public async Task Locked(string id, string item)
        {
            await using var held = await locks.AcquireLockAsync("cart:" + id);
            var cart = await carts.GetAsync(id) ?? new Cart(id);
            cart.Items.Add(item);
            await carts.SaveAsync(id, cart);
        }

        [HttpPost("{id}/watched")]
        public async Task<bool> Watched(string id)
        {
            var db = redis.GetDatabase();
            var before = await db.StringGetAsync(id);
            var transaction = db.CreateTransaction();
            transaction.AddCondition(Condition.StringEqual(id, before));
            _ = transaction.StringSetAsync(id, (long)before + 1);
            return await transaction.ExecuteAsync();
        }

        [HttpGet("{id}/price")]
        public async Task<decimal> Price(string id) => await prices.GetAsync(id) + await quotas.LeftAsync(id);

        [HttpPost("{id}/use")]
        public async Task<IActionResult> Use(string id) =>
            await quotas.TryTakeAsync(id) && await quotas.TakeAsync(id) ? Ok() : StatusCode(429);

        [HttpPost("{id}/seen")]
        public async Task Seen(string id)
        {
            var bytes = await cache.GetAsync(id);
            await cache.SetAsync(id + ":seen", [.. bytes ?? [], 1]);
            await cache.RefreshAsync(id);
        }
    }

    public class Quotas(IConnectionMultiplexer redis)
    {
        private const int Limit = 100;

        private readonly IDatabase _db = redis.GetDatabase();

        // Read, compared, and only then counted.
        public async Task<bool> TryTakeAsync(string tenant)
        {
            var used = await _db.StringGetAsync(Key(tenant));
            if ((long)used >= Limit)
                return false;
            await _db.StringIncrementAsync(Key(tenant)); // finding SF3010 HIGH
            return true;
        }

        // Counted first, judged by what comes back.
        public async Task<bool> TakeAsync(string tenant)
        {
            var used = await _db.StringIncrementAsync(Key(tenant));
            if (used == 1)
                await _db.KeyExpireAsync(Key(tenant), TimeSpan.FromDays(1));
            return used <= Limit;
        }

        public async Task<long> LeftAsync(string tenant) => Limit - (long)await _db.StringGetAsync(Key(tenant));

        private static RedisKey Key(string tenant) => $"quota:{tenant}";
    }

    public class Prices(IDistributedCache cache, IHttpClientFactory factory)
    {
        // A cache of what is elsewhere: what is written was not read from it.
        public async Task<decimal> GetAsync(string id)
        {
            var key = $"price:{id}";
            var known = await cache.GetStringAsync(key);
            if (known is not null)
                return decimal.Parse(known);
            var price = decimal.Parse(await factory.CreateClient().GetStringAsync($"https://prices.example/{id}")) + 1;
            await cache.SetStringAsync(key, price.ToString(), new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1) });
            return price;
        }
    }
}
