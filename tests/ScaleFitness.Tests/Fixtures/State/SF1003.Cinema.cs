using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Cinema;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

// A box office that remembers in its singletons.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddMemoryCache();
builder.Services.AddSingleton<ISeatHolds, SeatHolds>();
builder.Services.AddSingleton(new Notices());
builder.Services.AddSingleton<IQuotes>(sp => new Quotes(sp.GetRequiredService<ILogger<Quotes>>()));
builder.Services.TryAddSingleton(typeof(IRecent<>), typeof(Recent<>));
builder.Services.AddSingleton<ShowTimes>();
builder.Services.AddSingleton<PosterCache>();
builder.Services.AddSingleton<Trailers>();
builder.Services.AddSingleton<RatingTypes>();
builder.Services.AddSingleton<TokenSource>();
builder.Services.AddSingleton<ProjectorPool>();
builder.Services.AddSingleton<SeatLocks>();
builder.Services.AddSingleton<ReadyState>();
builder.Services.AddSingleton<Auditoriums>();
builder.Services.AddScoped<Basket>();
builder.Services.AddTransient<Discount>();
builder.Services.AddSingleton<OpeningHours>();
builder.Services.AddHostedService<NightlyScan>();
builder.Services.AddSingleton<Signs>();
builder.Services.AddSingleton<Popcorn>();
builder.Services.AddHostedService(sp => sp.GetRequiredService<Popcorn>());
var app = builder.Build();
app.UseMiddleware<Slowest>();
app.MapPost("/holds/{seat}", (string seat, ISeatHolds holds) => holds.Hold(seat));
app.MapPost("/notices", (string text, Notices notices) => notices.Add(text));
app.MapGet("/quotes/{id:int}", async (int id, IQuotes quotes) => await quotes.ForAsync(id));
app.MapGet("/recent", (IRecent<string> recent) => recent.Seen("x"));
app.MapGet("/shows", (ShowTimes shows) => shows.Today());
app.MapPost("/hall/{name}", (string name, Auditoriums halls) => halls.Open(name));
app.MapGet("/signs", (Signs signs) => signs.Of(new Screening()));
app.MapPost("/popcorn", (Popcorn popcorn) => popcorn.Order());
app.MapControllers();
app.Run();

namespace Cinema
{
    public interface ISeatHolds
    {
        bool Hold(string seat);
    }

    public class SeatHolds : ISeatHolds
    {
        private readonly ConcurrentDictionary<string, DateTime> _holds = new(); // finding SF1003 HIGH

        private int _total;

        private bool _disposed;

        private readonly HashSet<string> _known;

        public SeatHolds()
        {
            _known = [];
            foreach (var row in "ABC") _known.Add(row.ToString());
        }

        public bool Hold(string seat)
        {
            Interlocked.Increment(ref _total); // finding SF1003 HIGH: a plain field
            return !_disposed && _known.Contains(seat[..1]) && _holds.TryAdd(seat, DateTime.UtcNow);
        }

        public void Dispose() => _disposed = true;
    }

    // An instance that is registered ready-made.
    public class Notices
    {
        public List<string> All { get; } = []; // finding SF1003 HIGH: an auto-property

        public string? Last { get; private set; } // finding SF1003 HIGH

        public void Add(string text)
        {
            lock (All) All.Add(text);
            Last = text;
        }
    }

    public interface IQuotes
    {
        Task<string> ForAsync(int id);
    }

    public class Quotes(ILogger<Quotes> logger) : IQuotes
    {
        private readonly Dictionary<int, string> _quotes = []; // finding SF1003 HIGH: through a factory, async

        public async Task<string> ForAsync(int id)
        {
            if (_quotes.TryGetValue(id, out var quote)) return quote;
            await Task.Yield();
            logger.LogInformation("miss {Id}", id);
            void Remember() => _quotes[id] = "quote " + id;
            Remember();
            return _quotes[id];
        }
    }

    public interface IRecent<T>
    {
        int Seen(T value);
    }

    public class Recent<T> : IRecent<T>
    {
        private readonly Queue<T> _seen = new(); // finding SF1003 HIGH: an open generic

        public int Seen(T value)
        {
            _seen.Enqueue(value);
            if (_seen.Count > 10) _seen.Dequeue();
            return _seen.Count;
        }
    }

    public abstract class RememberingBase
    {
        private readonly List<string> _log = []; // finding SF1003 HIGH: of the base class

        protected void Remember(string line) => _log.Add(line);
    }

    public class ShowTimes : RememberingBase
    {
        private readonly Tally _tally = new();

        private readonly FrozenDictionary<string, int> _halls = new Dictionary<string, int> { ["one"] = 1 }.ToFrozenDictionary();

        private string[]? _titles;

        public int Today()
        {
            _titles ??= ["a", "b"];
            Remember("today");
            _tally.Count("today");
            return _halls.Count + _titles.Length;
        }
    }

    // Nobody but the singleton holds it.
    public class Tally
    {
        private readonly SortedDictionary<string, int> _counts = []; // finding SF1003 HIGH @medium: only a singleton holds it

        public void Count(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;
    }

    // The container's own cache, with an expiry: other rules look at that.
    public class PosterCache(IMemoryCache cache)
    {
        public string Get(string film) => cache.GetOrCreate(film, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return film + ".png";
        })!;
    }

    public class Trailers
    {
        private readonly MemoryCache _cache = new(new MemoryCacheOptions()); // finding SF1003 HIGH: a cache of its own

        public string Get(string film) => _cache.Set(film, film + ".mp4");
    }

    // The program bounds the keys.
    public class RatingTypes
    {
        private readonly ConcurrentDictionary<Type, PropertyInfo[]> _properties = new();

        private readonly Dictionary<DayOfWeek, int> _perDay = [];

        public int Of(object rating)
        {
            _perDay[DateTime.Today.DayOfWeek] = 1;
            return _properties.GetOrAdd(rating.GetType(), t => t.GetProperties()).Length;
        }
    }

    // Each instance fetches its own token, and again when it has expired.
    public class TokenSource(IHttpClientFactory clients)
    {
        private readonly SemaphoreSlim _gate = new(1);

        private string? _token;

        private DateTimeOffset _expires;

        public async Task<string> GetAsync(CancellationToken token)
        {
            await _gate.WaitAsync(token);
            try
            {
                if (_token is null || _expires < DateTimeOffset.UtcNow)
                {
                    _token = await clients.CreateClient("identity").GetStringAsync("token", token); // finding SF1003 LOW: a copy that each instance refreshes
                    _expires = DateTimeOffset.UtcNow.AddMinutes(5); // finding SF1003 LOW
                }

                return _token;
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    // A pool with a bound: what is taken comes back.
    public class ProjectorPool
    {
        private readonly ConcurrentBag<object> _idle = [];

        public object Rent() => _idle.TryTake(out var projector) ? projector : new object();

        public void Return(object projector)
        {
            if (_idle.Count < 16) _idle.Add(projector);
        }
    }

    public class SeatLocks
    {
        private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(); // finding SF1003 MEDIUM: it grows with the data

        public SemaphoreSlim For(string seat) => _locks.GetOrAdd(seat, _ => new(1));
    }

    // Set by background work when it has started.
    public class ReadyState
    {
        public bool IsReady { get; set; }
    }

    public class Auditoriums
    {
        private string _open = ""; // finding SF1003 HIGH: told by a request

        private event Action? Opened;

        public string Open(string name)
        {
            Opened += () => { };
            Opened?.Invoke();
            return Set(name);
        }

        private string Set(string name) => _open = name;
    }

    public class Basket
    {
        private readonly List<string> _items = [];

        public int Add(string item)
        {
            _items.Add(item);
            return _items.Count;
        }
    }

    public class Discount
    {
        private int _uses;

        public int Use() => ++_uses;
    }

    // Told by an administrator; invalidated by another request.
    public class OpeningHours
    {
        private string? _hours;

        public string Get() => _hours ?? (_hours = File.ReadAllText("hours.txt")); // finding SF1003 HIGH: thrown away on one instance alone

        public void Invalidate() => _hours = null;
    }

    [ApiController, Route("box")]
    public class BoxController(Basket basket, Discount discount, PosterCache posters, Trailers trailers, RatingTypes ratings, TokenSource tokens, ProjectorPool projectors, SeatLocks locks, OpeningHours hours, ReadyState ready) : ControllerBase
    {
        private int _mine;

        [HttpPost]
        public async Task<IActionResult> Buy(string film, CancellationToken token)
        {
            _mine++;
            basket.Add(film);
            var projector = projectors.Rent();
            projectors.Return(projector);
            await locks.For(film).WaitAsync(token);
            return Ok(new { posters = posters.Get(film), trailer = trailers.Get(film), rating = ratings.Of(film), token = await tokens.GetAsync(token), uses = discount.Use(), hours = hours.Get(), ready.IsReady, _mine });
        }

        [HttpDelete]
        public void Changed() => hours.Invalidate();
    }

    // Middleware is made once.
    public class Slowest(RequestDelegate next)
    {
        private TimeSpan _slowest;

        public async Task InvokeAsync(HttpContext context)
        {
            var started = DateTime.UtcNow;
            await next(context);
            var took = DateTime.UtcNow - started;
            if (took > _slowest) _slowest = TimeSpan.FromTicks(Math.Max(_slowest.Ticks, took.Ticks)); // finding SF1003 HIGH
        }
    }

    // The working memory of its own loop.
    public class NightlyScan(ReadyState ready) : BackgroundService
    {
        private readonly List<string> _found = [];

        private DateTime _last;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            ready.IsReady = true;
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                _found.Clear();
                _found.Add("x");
                _last = DateTime.UtcNow;
            }

            Console.WriteLine(_last);
        }
    }

    public class Screening { public string Film { get; set; } = ""; }

    public class Signs
    {
        // A key for each kind of the program's models: it cannot grow with the data.
        private readonly ConcurrentDictionary<string, Lazy<string>> _patterns = new();

        private readonly ConcurrentDictionary<string, string> _drawn = new(); // finding SF1003 HIGH: a key holds the film

        public string Of(Screening screening) => Draw(screening, "large") + Draw(screening, "small");

        private string Draw(Screening screening, string size)
        {
            var name = $"{screening.GetType().FullName}.{size}.txt";
            var pattern = _patterns.GetOrAdd(name, key => new Lazy<string>(() => "pattern of " + key));
            return _drawn.GetOrAdd($"{screening.Film}.{size}", _ => pattern.Value);
        }
    }

    // A hosted service that requests talk to.
    public class Popcorn : BackgroundService
    {
        private int _orders;

        public void Order() => _orders++; // finding SF1003 HIGH: a hosted service that requests talk to

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(_orders, stoppingToken);
    }
}
