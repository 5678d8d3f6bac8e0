using System.Collections.Concurrent;
using Depot;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

// The same state in other clothes: keyed services, descriptors, primary constructors, records, properties, statics, arrays.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<DepotContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddKeyedSingleton<IGate, NorthGate>("north");
builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuditor, Auditor>());
var scale = new Scale();
builder.Services.AddSingleton<IScale>(_ => scale);
builder.Services.AddSingleton<Breaker>();
builder.Services.AddSingleton<Once>();
builder.Services.AddSingleton<Immutable>();
builder.Services.AddSingleton<Session>();
builder.Services.AddScoped<Session>();
builder.Services.AddSingleton<Shelf>();
builder.Services.AddSingleton<PriceList>();
var app = builder.Build();
app.MapPost("/gate/{id}", ([FromKeyedServices("north")] IGate gate, string id) => gate.Open(id));
app.MapPost("/audit", (IEnumerable<IAuditor> auditors, string line) => { foreach (var auditor in auditors) auditor.Note(line); });
app.MapPost("/scale", (IScale scale, double kilos) => scale.Put(kilos));
app.MapPost("/switch", (bool on) => Lights.Current.On = on);
app.MapPost("/breaker", (Breaker breaker) => breaker.Failed());
app.MapGet("/once", (Once once) => once.Value + once.Kind);
app.MapPost("/immutable", (Immutable immutable, string name) => immutable.With(name));
app.MapPost("/session", (Session session, string name) => session.Remember(name));
app.MapPost("/shelf/{slot:int}", (Shelf shelf, int slot) => shelf.Fill(slot));
app.MapGet("/prices", async (PriceList prices) => await prices.AllAsync());
app.MapPost("/crate", async (DepotContext db) =>
{
    var crate = await db.Crates.FirstAsync(c => c.Id == 1);
    crate.Weight++;
    crate.Labels.Add("moved");
    await db.SaveChangesAsync();
});
app.Run();

namespace Depot
{
    public class Crate
    {
        public int Id { get; set; }
        public int Weight { get; set; }
        public List<string> Labels { get; } = [];
    }

    public class DepotContext(DbContextOptions<DepotContext> options) : DbContext(options)
    {
        public DbSet<Crate> Crates => Set<Crate>();
    }

    public interface IGate
    {
        Task Open(string id);
    }

    public class NorthGate : IGate
    {
        private readonly ConcurrentBag<string> _opened = []; // finding SF1003 HIGH: keyed, in an async lambda

        public Task Open(string id)
        {
            return Task.Run(async () =>
            {
                await Task.Yield();
                _opened.Add(id);
            });
        }
    }

    public interface IAuditor
    {
        void Note(string line);
    }

    public class Auditor : IAuditor
    {
        private List<string> Lines { get; set; } = []; // finding SF1003 HIGH: replaced as a whole

        public void Note(string line) => Lines = [.. Lines, line];
    }

    public interface IScale
    {
        double Put(double kilos);
    }

    public class Scale : IScale
    {
        private double _sum;

        public double Put(double kilos) => _sum += kilos; // finding SF1003 HIGH: an instance of start-up code
    }

    // A static object that requests set.
    public class Lights
    {
        public static readonly Lights Current = new();

        public bool On { get; set; } // finding SF1003 HIGH: what a static field holds
    }

    // Counts what happens to it, for itself; requests count it up all the same.
    public class Breaker
    {
        private int _failures;

        public bool Failed() => Interlocked.Increment(ref _failures) > 5; // finding SF1003 HIGH: a counter
    }

    public class Once
    {
        private string? _value;

        private bool _loaded;

        private string? Cached { get; set; }

        public string Kind => Cached ??= "kind";

        public string Value
        {
            get
            {
                if (!_loaded)
                {
                    _value ??= "value";
                    _loaded = true;
                }

                return _value!;
            }
        }
    }

    public record Names(string First)
    {
        public int Length { get; init; } = First.Length;
    }

    public class Immutable
    {
        private readonly Names _names = new("a");

        public Names With(string name) => _names with { First = name };
    }

    // Registered twice: which of the two lifetimes wins, the order decides.
    public class Session
    {
        private string _name = "";

        public void Remember(string name) => _name = name;

        public override string ToString() => _name;
    }

    public class Shelf
    {
        private readonly int[] _slots = new int[10]; // finding SF1003 HIGH: an array

        public void Fill(int slot) => _slots[slot]++;
    }

    // The whole list, read again when it is old.
    public class PriceList(IHttpClientFactory clients)
    {
        private string[] _prices = []; // finding SF1003 LOW: a copy that each instance refreshes

        private DateTime _until;

        public async Task<string[]> AllAsync()
        {
            if (_until > DateTime.UtcNow) return _prices;
            _prices = (await clients.CreateClient("prices").GetStringAsync("all")).Split(',');
            _until = DateTime.UtcNow.AddMinutes(1); // finding SF1003 LOW
            return _prices;
        }
    }
}
