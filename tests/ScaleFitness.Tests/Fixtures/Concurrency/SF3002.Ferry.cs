using Ferry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Nito.AsyncEx;

// The same lock in other clothes: behind interfaces, base classes, properties, parameters, helpers and odd layouts.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<FerryContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient();
builder.Services.AddMemoryCache();
builder.Services.AddSingleton<ITimetable, Timetable>();
builder.Services.AddSingleton<Boarding>();
builder.Services.AddSingleton<Harbour>();
builder.Services.AddSingleton<Lookups>();
builder.Services.AddSingleton<Fleet>();
builder.Services.AddScoped<Crossing>();
var app = builder.Build();
app.MapGet("/timetable", (ITimetable table) => table.ReadAsync());
app.MapPost("/board/{id:int}", (int id, Boarding boarding) => boarding.BoardAsync(id));
app.MapPost("/board-sync/{id:int}", (int id, Boarding boarding) => boarding.Board(id));
app.MapPost("/dock", (Harbour harbour) => harbour.DockAsync(() => Task.CompletedTask));
app.MapPost("/call", (Harbour harbour) => harbour.CallAsync());
app.MapGet("/lookups/{key}", (string key, Lookups lookups) => lookups.GetAsync(key));
app.MapGet("/ports", (Lookups lookups) => lookups.PortsAsync());
app.MapGet("/fares", (Lookups lookups) => lookups.FaresAsync());
app.MapGet("/early/{id:int}", (int id, Lookups lookups) => lookups.EarlyAsync(id));
app.MapPost("/cross", (Crossing crossing) => crossing.CrossAsync());
app.MapGet("/vessel/{name}", (string name, Fleet fleet) => fleet.Of(name).RefreshAsync());
app.MapGet("/flagship", (Fleet fleet) => fleet.Flagship.RefreshAllAsync());
app.Run();

namespace Ferry
{
    public class FerryContext(DbContextOptions<FerryContext> options) : DbContext(options)
    {
        public DbSet<Trip> Trips => Set<Trip>();
    }

    public class Trip
    {
        public int Id { get; set; }
        public int Seats { get; set; }
    }

    public interface ITimetable
    {
        Task<int> ReadAsync();
    }

    public abstract class Guarded
    {
        private readonly AsyncLock _lock = new();

        protected AsyncLock Exclusive => _lock;
    }

    public class Timetable(IDbContextFactory<FerryContext> contexts) : Guarded, ITimetable
    {
        public async Task<int> ReadAsync()
        {
            using (await Exclusive.LockAsync().ConfigureAwait(false)) // finding SF3002 BLOCKER: a property of the base class
            {
                await using var db = await contexts.CreateDbContextAsync();
                return await db.Trips.CountAsync(t => t.Seats > 0);
            }
        }
    }

    public class Boarding(IDbContextFactory<FerryContext> contexts)
    {
        private static readonly SemaphoreSlim Deck = new(initialCount: 1, maxCount: 1);
        private readonly object _gate = new();

        public async Task<bool> BoardAsync(int id, CancellationToken token = default)
        {
            if (!await Deck.WaitAsync(TimeSpan.FromSeconds(5), token)) // finding SF3002 BLOCKER: it waits, if not for ever
                return false;
            try
            {
                return await TakeSeatAsync(id, token);
            }
            finally
            {
                Deck.Release();
            }
        }

        public bool Board(int id)
        {
            lock (_gate) // finding SF3002 BLOCKER: what it starts it also waits for
            {
                return TakeSeatAsync(id, default).GetAwaiter().GetResult();
            }
        }

        private async Task<bool> TakeSeatAsync(int id, CancellationToken token)
        {
            await using var db = await contexts.CreateDbContextAsync(token);
            return await db.Trips.Where(t => t.Id == id && t.Seats > 0).ExecuteUpdateAsync(s => s.SetProperty(t => t.Seats, t => t.Seats - 1), token) > 0;
        }
    }

    public class Harbour(IHttpClientFactory factory)
    {
        private readonly SemaphoreSlim _quay = new(1);
        private readonly SemaphoreSlim _tugs = new(3);

        public async Task DockAsync(Func<Task> work)
        {
            await _quay.WaitAsync(); // finding SF3002 BLOCKER @medium: whatever the caller brings
            try
            {
                await work();
            }
            finally
            {
                _quay.Release();
            }
        }

        public async Task<string> CallAsync()
        {
            await _tugs.WaitAsync();
            try
            {
                return await factory.CreateClient().GetStringAsync("https://tugs.example");
            }
            finally
            {
                _tugs.Release();
            }
        }
    }

    public class Lookups(IMemoryCache cache, IHttpClientFactory factory)
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private readonly SemaphoreSlim _ports = new(1, 1);
        private readonly SemaphoreSlim _fares = new(1, 1);
        private readonly SemaphoreSlim _early = new(1, 1);
        private string[]? _names;

        // One gate for all keys: a slow one holds up the others.
        public async Task<string?> GetAsync(string key)
        {
            if (cache.TryGetValue(key, out string? known))
                return known;
            await _gate.WaitAsync(); // finding SF3002 BLOCKER
            try
            {
                if (cache.TryGetValue(key, out known))
                    return known;
                return cache.Set(key, await factory.CreateClient().GetStringAsync(key), TimeSpan.FromMinutes(5));
            }
            finally
            {
                _gate.Release();
            }
        }

        // One key, looked for before: the lock is taken when it has expired.
        public async Task<string?> PortsAsync()
        {
            if (cache.TryGetValue("ports", out string? known))
                return known;
            await _ports.WaitAsync();
            try
            {
                if (!cache.TryGetValue("ports", out known))
                {
                    known = await factory.CreateClient().GetStringAsync("https://ports.example");
                    cache.Set("ports", known, TimeSpan.FromMinutes(5));
                }

                return known;
            }
            finally
            {
                _ports.Release();
            }
        }

        // The look before the lock stands in the caller, the filling in a callee.
        public async Task<string[]> FaresAsync() => _names ?? await LoadOnceAsync();

        private async Task<string[]> LoadOnceAsync()
        {
            await _fares.WaitAsync();
            try
            {
                if (_names is null)
                    await FillAsync();
                return _names!;
            }
            finally
            {
                _fares.Release();
            }
        }

        private async Task FillAsync() => _names = [await factory.CreateClient().GetStringAsync("https://fares.example")];

        // Given back before the slow part, on every way.
        public async Task<int> EarlyAsync(int id)
        {
            await _early.WaitAsync();
            if (id < 0)
            {
                _early.Release();
                return 0;
            }

            var copy = id + 1;
            _early.Release();
            return (await factory.CreateClient().GetStringAsync($"https://early.example/{copy}")).Length;
        }
    }

    // One object per request has one lock per request.
    public class Crossing(IHttpClientFactory factory) : Guarded
    {
        private readonly SemaphoreSlim _once = new(1, 1);

        public async Task CrossAsync()
        {
            await _once.WaitAsync();
            try
            {
                await factory.CreateClient().GetStringAsync("https://sea.example");
            }
            finally
            {
                _once.Release();
            }
        }
    }

    public class Fleet(IHttpClientFactory factory)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Vessel> _vessels = new();

        public Flagship Flagship { get; } = new(factory);

        public Vessel Of(string name) => _vessels.GetOrAdd(name, n => new Vessel(n, factory));
    }

    // One of many: its lock is its own.
    public class Vessel(string name, IHttpClientFactory factory)
    {
        private readonly SemaphoreSlim _gate = new(1, 1);

        public async Task RefreshAsync()
        {
            await _gate.WaitAsync();
            try
            {
                await factory.CreateClient().GetStringAsync(name);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    // There is one: the fleet holds it, and there is one fleet.
    public class Flagship(IHttpClientFactory factory)
    {
        private readonly SemaphoreSlim _gate = new(1, 1);

        public async Task RefreshAllAsync()
        {
            await _gate.WaitAsync(); // finding SF3002 BLOCKER
            try
            {
                await factory.CreateClient().GetStringAsync("https://flagship.example");
            }
            finally
            {
                _gate.Release();
            }
        }
    }
}
