using Clearing;
using Medallion.Threading;
using Microsoft.Extensions.Caching.Distributed;
using RedLockNet;
using StackExchange.Redis;

// Locks made of keys by hand, and by libraries.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddSingleton<RedisLocks>();
builder.Services.AddSingleton<SafeLocks>();
builder.Services.AddScoped<Settlement>();
builder.Services.AddScoped<Payouts>();
builder.Services.AddHttpClient();
var app = builder.Build();
app.MapPost("/settle/{id}", (string id, Settlement settlement) => settlement.SettleAsync(id));
app.MapPost("/settle-safe/{id}", (string id, Settlement settlement) => settlement.SettleSafelyAsync(id));
app.MapPost("/library/{id}", (string id, Settlement settlement) => settlement.ByLibraryAsync(id));
app.MapPost("/red/{id}", (string id, Settlement settlement) => settlement.ByRedLockAsync(id));
app.MapPost("/idempotent/{id}", (string id, Settlement settlement) => settlement.OnceAsync(id));
app.MapPost("/payouts", (Payouts payouts) => payouts.RunAsync());
app.MapPost("/payouts-renewed", (Payouts payouts) => payouts.RunRenewedAsync());
app.MapPost("/payouts-short", (Payouts payouts) => payouts.RunShortAsync());
app.MapPost("/close", (Payouts payouts) => payouts.CloseAsync());
app.MapPost("/two", (Payouts payouts) => payouts.TwoStepsAsync());
app.Run();

namespace Clearing
{
    public class RedisLocks(IConnectionMultiplexer redis)
    {
        public Task<bool> TryTakeAsync(string name) =>
            redis.GetDatabase().StringSetAsync("lock:" + name, "1", when: When.NotExists); // finding SF3011 HIGH: it never expires

        public Task ReleaseAsync(string name) =>
            redis.GetDatabase().KeyDeleteAsync("lock:" + name); // finding SF3011 HIGH: whose it is, nobody looks
    }

    public class SafeLocks(IConnectionMultiplexer redis)
    {
        private const string Script = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

        public async Task<string?> TakeAsync(string name)
        {
            var token = Guid.NewGuid().ToString();
            return await redis.GetDatabase().StringSetAsync($"lock:{name}", token, TimeSpan.FromSeconds(30), When.NotExists) ? token : null;
        }

        public Task ReleaseAsync(string name, string token) =>
            redis.GetDatabase().ScriptEvaluateAsync(Script, [$"lock:{name}"], [token]);
    }

    public class Settlement(RedisLocks locks, SafeLocks safe, IConnectionMultiplexer redis, IDistributedLockProvider library, IDistributedLockFactory red, IHttpClientFactory factory)
    {
        public async Task SettleAsync(string id)
        {
            if (!await locks.TryTakeAsync(id))
                return;
            await factory.CreateClient().GetStringAsync($"https://bank.example/{id}");
            await locks.ReleaseAsync(id);
        }

        public async Task SettleSafelyAsync(string id)
        {
            if (await safe.TakeAsync(id) is { } token)
            {
                await factory.CreateClient().GetStringAsync($"https://bank.example/{id}");
                await safe.ReleaseAsync(id, token);
            }
        }

        public async Task ByLibraryAsync(string id)
        {
            await using var held = await library.TryAcquireLockAsync(id);
            if (held is not null)
                for (var i = 0; i < 10; i++)
                    await factory.CreateClient().GetStringAsync($"https://bank.example/{id}/{i}");
        }

        public async Task ByRedLockAsync(string id)
        {
            await using var held = await red.CreateLockAsync(id, TimeSpan.FromSeconds(30));
            if (held.IsAcquired)
                await factory.CreateClient().GetStringAsync($"https://bank.example/{id}");
        }

        // Set if absent, but no lock: what was seen once stays seen.
        public async Task<bool> OnceAsync(string id)
        {
            var db = redis.GetDatabase();
            if (!await db.StringSetAsync("seen:" + id, "1", when: When.NotExists))
                return false;
            await db.KeyDeleteAsync("pending:" + id);
            return true;
        }
    }

    public class Payouts(IConnectionMultiplexer redis, IDistributedCache cache, IHttpClientFactory factory)
    {
        private readonly string[] _banks = ["a", "b", "c"];

        public async Task RunAsync()
        {
            var db = redis.GetDatabase();
            var token = Guid.NewGuid().ToString();
            if (!await db.LockTakeAsync("payouts", token, TimeSpan.FromSeconds(10))) // finding SF3011 HIGH @medium: the loop may take longer
                return;
            foreach (var bank in _banks)
                await factory.CreateClient().GetStringAsync($"https://{bank}.example");
            await db.LockReleaseAsync("payouts", token);
        }

        public async Task RunRenewedAsync()
        {
            var db = redis.GetDatabase();
            var token = Guid.NewGuid().ToString();
            if (!await db.LockTakeAsync("payouts", token, TimeSpan.FromSeconds(10)))
                return;
            foreach (var bank in _banks)
            {
                await factory.CreateClient().GetStringAsync($"https://{bank}.example");
                await db.LockExtendAsync("payouts", token, TimeSpan.FromSeconds(10));
            }

            await db.LockReleaseAsync("payouts", token);
        }

        public async Task RunShortAsync()
        {
            var db = redis.GetDatabase();
            var token = Environment.MachineName + Guid.NewGuid();
            if (await db.LockTakeAsync("payouts", token, TimeSpan.FromMinutes(1)))
            {
                try
                {
                    await factory.CreateClient().GetStringAsync("https://a.example");
                }
                finally
                {
                    await db.LockReleaseAsync("payouts", token);
                }
            }
        }

        public async Task CloseAsync()
        {
            using var held = new CloseLock(redis.GetDatabase());
            await factory.CreateClient().GetStringAsync("https://a.example");
        }

        public async Task TwoStepsAsync()
        {
            if (await cache.GetStringAsync("payout-lock") is not null)
                return;
            await cache.SetStringAsync("payout-lock", "taken"); // finding SF3011 HIGH: two may look at once
            await factory.CreateClient().GetStringAsync("https://a.example");
        }
    }

    public sealed class CloseLock : IDisposable
    {
        private readonly IDatabase _db;

        public CloseLock(IDatabase db)
        {
            _db = db;
            _db.LockTake("close", "anybody", TimeSpan.FromMinutes(1)); // finding SF3011 HIGH: everybody's token
        }

        public void Dispose() => _db.LockRelease("close", "anybody"); // finding SF3011 HIGH: it blocks
    }
}
