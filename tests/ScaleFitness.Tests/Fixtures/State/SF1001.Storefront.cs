using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using Storefront;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<IRates, Rates>();
builder.Services.AddScoped<IQuoteService, QuoteService>();
Registry.Register("eu", "https://eu.example");
var app = builder.Build();

var visits = new Dictionary<string, int>(); // finding SF1001: captured by an endpoint
var settings = new Dictionary<string, string> { ["title"] = "Shop" };
var opened = new List<DateTime>();
opened.Add(DateTime.UtcNow);

app.MapGet("/hello/{name}", (string name) =>
{
    visits[name] = visits.GetValueOrDefault(name) + 1;
    return $"{settings["title"]} greets {name} since {opened[0]}";
});
app.MapGet("/scratch", () =>
{
    var local = new Dictionary<string, int>();
    local["one"] = 1;
    return local.Count;
});
app.MapControllers();
app.Run();

namespace Storefront
{
    [ApiController, Route("prices")]
    public class PricesController(IQuoteService quotes) : ControllerBase
    {
        private static readonly Dictionary<int, decimal> LastPrices = new(); // finding SF1001 HIGH

        private static List<string> _recent = []; // finding SF1001 HIGH

        private static readonly string[] Slots = new string[64]; // finding SF1001 HIGH: an array's elements are written

        private static readonly string[] Currencies = ["EUR", "USD"];

        private static readonly Dictionary<string, int> Digits = new() { ["EUR"] = 2, ["JPY"] = 0 };

        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

        private static readonly Regex Code = new("^[A-Z]{3}$", RegexOptions.Compiled);

        [HttpGet("{product:int}")]
        public ActionResult<decimal> Get(int product)
        {
            if (LastPrices.TryGetValue(product, out var known)) return known;
            var price = quotes.Quote(product);
            LastPrices[product] = price;
            return price;
        }

        [HttpPost]
        public IActionResult Post(string note)
        {
            _recent.Add(note);
            if (_recent.Count > 10) _recent.RemoveAt(0);
            Slots[note.Length % Slots.Length] = note;
            return Ok(Currencies.Length + Digits["EUR"]);
        }

        [HttpGet("code")]
        public IActionResult Check(string code) => Code.IsMatch(code) ? Ok(JsonSerializer.Serialize(code, Json)) : BadRequest();
    }

    public interface IQuoteService
    {
        decimal Quote(int product);
    }

    public class QuoteService : IQuoteService
    {
        public decimal Quote(int product) => Discounts.For(product, () => product * 1.2m);
    }

    // Reached through a controller, an interface and a static call.
    public static class Discounts
    {
        private static readonly ConcurrentDictionary<int, decimal> ByProduct = new(); // finding SF1001 HIGH

        public static decimal For(int product, Func<decimal> compute) => ByProduct.GetOrAdd(product, _ => compute());
    }

    public interface IRates
    {
        decimal Today(string currency);
        Task<decimal> TodayAsync(string currency);
    }

    public class Rates : IRates
    {
        private static readonly Lazy<ConcurrentDictionary<string, decimal>> Known = new(() => new()); // finding SF1001 HIGH: behind a Lazy

        private static readonly MemoryCache Cache = new(new MemoryCacheOptions()); // finding SF1001 HIGH: a static MemoryCache

        public decimal Today(string currency) => Known.Value.GetOrAdd(currency, c => c.Length);

        public async Task<decimal> TodayAsync(string currency)
        {
            if (Cache.TryGetValue(currency, out decimal rate)) return rate;
            await Task.Yield();
            return Cache.Set(currency, 1.1m);
        }
    }

    [ApiController, Route("rates")]
    public class RatesController(IRates rates, ILogger<RatesController> logger) : ControllerBase
    {
        private static readonly Action<ILogger, string, Exception?> Asked =
            LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "rate of {Currency}");

        [HttpGet]
        public async Task<decimal> Get(string currency)
        {
            Asked(logger, currency, null);
            Board.Instance.Post(currency);
            Board.Instance.Prune(DateTime.UtcNow);
            return rates.Today(currency) + await rates.TodayAsync(currency);
        }
    }

    // A singleton made by hand.
    public sealed class Board
    {
        public static readonly Board Instance = new();

        private readonly Dictionary<DateTime, string> _posts = []; // finding SF1001 HIGH: an instance field of a static singleton

        private Board()
        {
        }

        public void Post(string text)
        {
            lock (_posts) _posts[DateTime.UtcNow] = text;
        }

        public void Prune(DateTime before)
        {
            lock (_posts)
            {
                foreach (var old in _posts.Keys.Where(at => at < before).ToList()) _posts.Remove(old);
            }
        }
    }

    // Filled before the first request.
    public static class Registry
    {
        private static readonly Dictionary<string, string> Hosts = new();
        private static readonly Dictionary<string, Type> Shapes;

        static Registry()
        {
            Shapes = [];
            foreach (var type in typeof(Registry).Assembly.GetTypes()) Shapes[type.Name] = type;
        }

        public static void Register(string region, string host) => Hosts[region] = host;

        public static string? Host(string region) => Hosts.GetValueOrDefault(region) ?? Shapes.Keys.FirstOrDefault();
    }

    [Route("meta")]
    public class MetaController : Controller
    {
        private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
        private static readonly Dictionary<DayOfWeek, string> DayNames = new();
        private static readonly ConditionalWeakTable<object, string> Tags = new();
        private static readonly FrozenDictionary<string, int> Codes = new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary();
        private static readonly ImmutableArray<string> Names = ["a", "b"];
        private static readonly AsyncLocal<List<string>> Trail = new();
        private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

        [ThreadStatic]
        private static List<int>? _scratch;

        [HttpGet("{region}")]
        public IActionResult Describe(string region)
        {
            var properties = Properties.GetOrAdd(typeof(QuoteService), type => type.GetProperties());
            DayNames.TryAdd(DateTime.Today.DayOfWeek, "today");
            Tags.AddOrUpdate(this, region);
            (_scratch ??= []).Add(1);
            Trail.Value = [region];
            var pattern = Patterns.GetOrAdd("^[a-z]+$", p => new Regex(p));
            return Json(new { properties.Length, Host = Registry.Host(region), Codes.Count, Names, Ok = pattern.IsMatch(region) });
        }
    }
}
