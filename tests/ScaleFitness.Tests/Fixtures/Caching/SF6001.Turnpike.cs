using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Turnpike;

// The same in other clothes: pages, bound models, options from settings, tokens, entries that are handed on.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddMemoryCache();
builder.Services.Configure<TollOptions>(builder.Configuration.GetSection("Toll"));
builder.Services.AddSingleton<Tolls>();
builder.Services.AddScoped(typeof(Cached<>));
builder.Services.AddHostedService<Warmer>();
var app = builder.Build();
app.MapRazorPages();
app.MapPost("/tolls", ([FromBody] Toll toll, Tolls tolls) => tolls.Remember(toll));
app.MapGet("/plates/{plate}", (string plate, Cached<Toll> cached) => cached.Of(plate, () => new Toll(plate, 1)));
app.MapGet("/lanes/{lane}", (string lane, Tolls tolls) => tolls.Lane(lane));
app.MapGet("/until/{plate}", (string plate, Tolls tolls) => tolls.Until(plate));
app.MapGet("/maybe/{plate}", (string plate, Tolls tolls) => tolls.Maybe(plate, null));
app.Run();

namespace Turnpike
{
    public record Toll(string Plate, decimal Price);

    public class TollOptions
    {
        public MemoryCacheEntryOptions Entries { get; set; } = new();
    }

    public class Tolls(IMemoryCache cache)
    {
        private static readonly HashSet<string> Lanes = ["north", "south"];

        public void Remember(Toll toll)
        {
            var key = Key(toll.Plate);
            if (!cache.TryGetValue(key, out _))
                cache.Set(key, toll); // limit SF6001: a key that a method joins of several parts
        }

        public int Lane(string lane)
        {
            using var entry = cache.CreateEntry(lane);
            Fill(entry);
            return 1;
        }

        // Leaves with the day.
        public DateTime Until(string plate) => cache.Set(plate, DateTime.UtcNow, new CancellationChangeToken(new CancellationTokenSource(TimeSpan.FromHours(1)).Token));

        // Callers may say how long.
        public int Maybe(string plate, MemoryCacheEntryOptions? options) => cache.Set(plate, Lanes.Count, options ?? new MemoryCacheEntryOptions { Size = 1 });

        private static string Key(string plate) => string.Join('/', "toll", plate.ToUpperInvariant());

        private static void Fill(ICacheEntry entry)
        {
            entry.Value = 1;
            entry.SetAbsoluteExpiration(DateTimeOffset.UtcNow.AddMinutes(1));
        }
    }

    public class Cached<T>(IMemoryCache cache)
        where T : class
    {
        public T Of(string id, Func<T> load) => cache.GetOrCreate($"{typeof(T).Name}:{id}", _ => load())!; // finding SF6001 HIGH: of any type
    }

    // At start-up and by the clock, under keys of the program's data.
    public class Warmer(IMemoryCache cache) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            foreach (var file in Directory.GetFiles("lanes"))
                cache.Set(file, 1);
            return Task.CompletedTask;
        }
    }

    public class SearchModel(IMemoryCache cache) : PageModel
    {
        [BindProperty(SupportsGet = true)]
        public string Text { get; set; } = "";

        public int Found { get; private set; }

        public async Task OnGetAsync() => Found = await cache.GetOrCreateAsync("search:" + Text, entry => Task.FromResult(Text.Length)); // finding SF6001 HIGH: a bound property
    }
}
