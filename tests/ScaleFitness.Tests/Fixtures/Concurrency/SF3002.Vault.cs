using System.Collections.Concurrent;
using AsyncKeyedLock;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Nito.AsyncEx;
using Vault;

// Semaphores, asynchronous locks and Monitor around the database, the network and the disk.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<VaultContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient<RateSource>();
builder.Services.AddSingleton<IRates, CachedRates>();
builder.Services.AddSingleton<Archive>();
builder.Services.AddSingleton<TokenSource>();
builder.Services.AddSingleton<Journal>();
builder.Services.AddScoped<Transfers>();
builder.Services.AddScoped<Unit>();
builder.Services.AddHttpClient();
var app = builder.Build();
var gate = new SemaphoreSlim(1, 1);
app.MapPost("/open/{id:int}", async (int id, VaultContext db) =>
{
    await gate.WaitAsync(); // finding SF3002 BLOCKER: captured, so the process's
    try
    {
        var box = await db.Boxes.SingleAsync(b => b.Id == id);
        box.Opened++;
        await db.SaveChangesAsync();
    }
    finally
    {
        gate.Release();
    }
});
app.MapPost("/many", async (int[] ids, IHttpClientFactory factory) =>
{
    // A local one limits the work of one request.
    var limit = new SemaphoreSlim(1);
    await Task.WhenAll(ids.Select(async id =>
    {
        await limit.WaitAsync();
        try
        {
            await factory.CreateClient().GetStringAsync($"https://vault.example/{id}");
        }
        finally
        {
            limit.Release();
        }
    }));
});
app.MapControllers();
app.Run();

namespace Vault
{
    public class VaultContext(DbContextOptions<VaultContext> options) : DbContext(options)
    {
        public DbSet<Box> Boxes => Set<Box>();
    }

    public class Box
    {
        public int Id { get; set; }
        public int Opened { get; set; }
    }

    [ApiController, Route("boxes")]
    public class BoxesController(Transfers transfers, IRates rates, Archive archive, TokenSource tokens, Journal journal, Unit unit) : ControllerBase
    {
        [HttpPost("{id:int}")]
        public async Task Post(int id)
        {
            await transfers.MoveAsync(id, id + 1);
            await transfers.CountAsync(id);
            await rates.GetAsync("EUR");
            await archive.AppendAsync("moved");
            archive.Append("moved");
            await tokens.GetAsync();
            await unit.SaveAsync();
        }

        [HttpPost("keyed/{id:int}")]
        public async Task Keyed(int id)
        {
            await transfers.KeyedAsync(id);
            await transfers.StripedAsync(id);
            await transfers.LibraryKeyedAsync(id.ToString());
            await transfers.TryAsync(id);
            await journal.WriteAsync("x");
            journal.Note("y");
            await journal.ShareAsync();
        }
    }

    public class Transfers(VaultContext db)
    {
        private static readonly AsyncLock Mutex = new();
        private static readonly ConcurrentDictionary<int, SemaphoreSlim> Gates = new();
        private static readonly SemaphoreSlim[] Stripes = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1, 1))];
        private static readonly AsyncKeyedLocker<string> Locker = new();
        private static readonly AsyncNonKeyedLocker One = new();
        private static readonly SemaphoreSlim Busy = new(1, 1);

        public async Task MoveAsync(int from, int to)
        {
            using (await Mutex.LockAsync()) // finding SF3002 BLOCKER
            {
                await MoveCoreAsync(from, to);
            }
        }

        private async Task MoveCoreAsync(int from, int to)
        {
            var box = await db.Boxes.SingleAsync(b => b.Id == from);
            box.Opened = to;
            await db.SaveChangesAsync();
        }

        public async Task CountAsync(int id)
        {
            using var held = await One.LockAsync(); // finding SF3002 BLOCKER: to the end of the method
            await db.Boxes.Where(b => b.Id == id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Opened, b => b.Opened + 1));
        }

        public async Task KeyedAsync(int id)
        {
            var gate = Gates.GetOrAdd(id, _ => new SemaphoreSlim(1, 1));
            await gate.WaitAsync();
            try
            {
                await MoveCoreAsync(id, 1);
            }
            finally
            {
                gate.Release();
            }
        }

        public async Task StripedAsync(int id)
        {
            var stripe = Stripes[id % Stripes.Length];
            await stripe.WaitAsync();
            try
            {
                await MoveCoreAsync(id, 1);
            }
            finally
            {
                stripe.Release();
            }
        }

        public async Task LibraryKeyedAsync(string key)
        {
            using (await Locker.LockAsync(key))
            {
                await db.SaveChangesAsync();
            }
        }

        // Nobody waits: who finds it taken goes away.
        public async Task<bool> TryAsync(int id)
        {
            if (!await Busy.WaitAsync(0))
                return false;
            try
            {
                await MoveCoreAsync(id, 1);
                return true;
            }
            finally
            {
                Busy.Release();
            }
        }
    }

    public interface IRates
    {
        Task<decimal> GetAsync(string currency);
    }

    public class RateSource(HttpClient http)
    {
        public Task<decimal> LoadAsync(string currency) => http.GetFromJsonAsync<decimal>($"https://rates.example/{currency}");
    }

    public class CachedRates(IServiceScopeFactory scopes) : IRates
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private readonly Dictionary<string, decimal> _rates = [];

        public async Task<decimal> GetAsync(string currency)
        {
            await _gate.WaitAsync().ConfigureAwait(false); // finding SF3002 BLOCKER: one gate for all currencies
            try
            {
                if (_rates.TryGetValue(currency, out var known))
                    return known;
                await using var scope = scopes.CreateAsyncScope();
                var source = scope.ServiceProvider.GetRequiredService<RateSource>();
                return _rates[currency] = await source.LoadAsync(currency);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    public class Archive
    {
        private readonly object _file = new();
        private readonly SemaphoreSlim _asyncFile = new(1, 1);

        public void Append(string line)
        {
            lock (_file) // finding SF3002 BLOCKER
            {
                File.AppendAllText("archive.log", line);
            }
        }

        public async Task AppendAsync(string line)
        {
            using (await EnterAsync()) // finding SF3002 BLOCKER: a helper hands out what gives it back
            {
                await File.AppendAllTextAsync("archive.log", line);
            }
        }

        private async Task<IDisposable> EnterAsync()
        {
            await _asyncFile.WaitAsync();
            return new Exit(_asyncFile);
        }

        private sealed class Exit(SemaphoreSlim semaphore) : IDisposable
        {
            public void Dispose() => semaphore.Release();
        }
    }

    // Fetched anew when it has expired: the lock is taken once an hour.
    public class TokenSource(IHttpClientFactory factory)
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private string? _token;
        private DateTimeOffset _expires;

        public async Task<string> GetAsync()
        {
            if (_token is not null && _expires > DateTimeOffset.UtcNow)
                return _token;
            await _gate.WaitAsync();
            try
            {
                if (_token is not null && _expires > DateTimeOffset.UtcNow)
                    return _token;
                _token = await factory.CreateClient().GetStringAsync("https://login.example");
                _expires = DateTimeOffset.UtcNow.AddHours(1);
                return _token;
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    public class Journal(IHttpClientFactory factory)
    {
        private readonly Lock _lock = new();
        private readonly SemaphoreSlim _gate = new(1, 1);
        private readonly List<string> _lines = [];
        private Task<string>? _running;

        // The lines are taken under the lock, and sent after it.
        public async Task WriteAsync(string line)
        {
            string[] batch;
            await _gate.WaitAsync();
            try
            {
                _lines.Add(line);
                batch = [.. _lines];
                _lines.Clear();
            }
            finally
            {
                _gate.Release();
            }

            await factory.CreateClient().PostAsJsonAsync("https://journal.example", batch);
        }

        public void Note(string line)
        {
            var taken = false;
            try
            {
                Monitor.Enter(_lines, ref taken);
                _lines.Add(line);
            }
            finally
            {
                if (taken)
                    Monitor.Exit(_lines);
            }

            File.AppendAllText("journal.log", line);
        }

        // The task is made under the lock; nobody waits for it there.
        public async Task<string> ShareAsync()
        {
            Task<string> running;
            lock (_lock)
            {
                running = _running ??= FetchAsync();
            }

            return await running;
        }

        private async Task<string> FetchAsync() => await factory.CreateClient().GetStringAsync("https://journal.example");
    }

    public class Unit(VaultContext db)
    {
        private readonly SemaphoreSlim _once = new(1, 1);

        // One request's own object.
        public async Task SaveAsync()
        {
            await _once.WaitAsync();
            try
            {
                await db.SaveChangesAsync();
            }
            finally
            {
                _once.Release();
            }
        }
    }
}
