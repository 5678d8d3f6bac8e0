using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Lottery;
using Microsoft.AspNetCore.Mvc;

// Every way to write a lock that everybody waits for, and what looks like it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Ledger>();
builder.Services.AddSingleton<ITicketPrinter, TicketPrinter>();
builder.Services.AddSingleton(new Wheel());
builder.Services.AddScoped<Basket>();
builder.Services.AddSingleton<Tallies>();
builder.Services.AddHostedService<Drawer>();
var app = builder.Build();

var gate = new object();
var slots = new object[64];
for (var i = 0; i < slots.Length; i++)
    slots[i] = new object();
app.MapPost("/draw", (int[] numbers) =>
{
    lock (gate) // finding SF3001 BLOCKER: start-up made it, and every request captures it
    {
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(numbers));
    }
});
app.MapPost("/slots/{n:int}", (int n) =>
{
    lock (slots[n % slots.Length])
    {
        return SHA256.HashData([(byte)n]);
    }
});
app.MapGet("/own", () =>
{
    var own = new object();
    lock (own)
    {
        return JsonSerializer.Serialize(new { own });
    }
});
app.MapControllers();
Numbers.Fill();
app.Run();

namespace Lottery
{
    [ApiController, Route("tickets")]
    public class TicketsController(Ledger ledger, ITicketPrinter printer, Basket basket, Wheel wheel, Tallies tallies) : ControllerBase
    {
        private static readonly object Gate = new();

        private readonly object _mine = new();

        [HttpPost]
        public string Post(int[] numbers)
        {
            lock (Gate) // finding SF3001 BLOCKER
            {
                return JsonSerializer.Serialize(numbers);
            }
        }

        [HttpPost("mine")]
        public string Mine(int[] numbers)
        {
            lock (_mine)
            {
                return JsonSerializer.Serialize(numbers);
            }
        }

        [HttpGet("next")]
        public int Next() => Numbers.Next();

        [HttpGet("all")]
        public int All() => Numbers.Sum();

        [HttpPost("print")]
        public string Print(string name) => printer.Print(name) + basket.Total() + ledger.Post(name) + ledger.Names().Length;

        [HttpPost("spin")]
        public int Spin() => wheel.Spin() + Wheel.Settle() + tallies.Add("x", 1);

        [HttpGet("type")]
        public string ByType(string text)
        {
            lock (typeof(TicketsController)) // finding SF3001 BLOCKER: a type is everybody's
            {
                return JsonSerializer.Serialize(text);
            }
        }

        [HttpGet("text")]
        public string ByText(string text)
        {
            lock ("tickets") // finding SF3001 BLOCKER: strings are interned
            {
                return JsonSerializer.Serialize(text);
            }
        }
    }

    public static class Numbers
    {
        private static readonly List<int> Drawn = [];
        private static readonly Lock Exclusive = new();
        private static readonly object AtStart = new();
        private static int _next;
        private static int[]? _table;

        public static int Next()
        {
            lock (Drawn) // finding SF3001 MEDIUM: only memory is touched
            {
                Drawn.Add(++_next);
                return _next;
            }
        }

        public static int Sum()
        {
            lock (Exclusive)
            {
                var sum = Table()[0]; // finding SF3001 BLOCKER: a loop makes it longer the more there is
                foreach (var number in Drawn)
                    sum += number;
                return sum;
            }
        }

        // Double-checked: the lock is taken once.
        private static int[] Table()
        {
            if (_table is null)
            {
                lock (AtStart)
                {
                    _table ??= JsonSerializer.Deserialize<int[]>("[1]");
                }
            }

            return _table!;
        }

        // Start-up is alone.
        public static void Fill()
        {
            lock (AtStart)
            {
                Drawn.AddRange(JsonSerializer.Deserialize<int[]>("[1]")!);
            }
        }
    }

    public class Ledger
    {
        private readonly ReaderWriterLockSlim _lock = new();
        private readonly ConcurrentDictionary<string, object> _gates = new();
        private readonly Dictionary<string, string> _entries = [];

        public string Post(string name)
        {
            _lock.EnterWriteLock(); // finding SF3001 BLOCKER
            try
            {
                return _entries[name] = JsonSerializer.Serialize(name);
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }

        public string[] Names()
        {
            _lock.EnterReadLock();
            try
            {
                return [.. _entries.Keys.Select(k => JsonSerializer.Serialize(k))];
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }

        public string PerName(string name)
        {
            lock (_gates.GetOrAdd(name, _ => new object()))
            {
                return JsonSerializer.Serialize(name);
            }
        }
    }

    public interface ITicketPrinter
    {
        string Print(string name);
    }

    public class TicketPrinter : ITicketPrinter
    {
        private readonly SemaphoreSlim _paper = new(1, 1);
        private readonly SemaphoreSlim _trays = new(8);
        private readonly SemaphoreSlim _ready = new(0);

        public string Print(string name)
        {
            _paper.Wait(); // finding SF3001 BLOCKER: behind an interface
            try
            {
                return Render(name);
            }
            finally
            {
                _paper.Release();
            }
        }

        public string Tray(string name)
        {
            _trays.Wait();
            try
            {
                return Render(name);
            }
            finally
            {
                _trays.Release();
            }
        }

        public void Announce()
        {
            _ready.Wait();
            _ready.Release();
        }

        private static string Render(string name) => JsonSerializer.Serialize(name);
    }

    // A scoped object's lock is one request's.
    public class Basket
    {
        private readonly Lock _lock = new();
        private readonly List<decimal> _prices = [];

        public decimal Total()
        {
            using (_lock.EnterScope())
            {
                _prices.Add(JsonSerializer.Deserialize<decimal>("1"));
                return _prices.Sum();
            }
        }
    }

    public class Wheel
    {
        private int _turns;

        [MethodImpl(MethodImplOptions.Synchronized)]
        public int Spin()
        {
            return ++_turns; // finding SF3001 MEDIUM
        }

        [MethodImpl(MethodImplOptions.Synchronized)]
        public static int Settle()
        {
            return JsonSerializer.Deserialize<int>("2"); // finding SF3001 BLOCKER
        }
    }

    public class Tallies
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _counts = [];
        private readonly Queue<DateTime> _recent = new();

        // The textbook's thread-safe singleton: worth knowing, no more.
        public int Add(string key, int count)
        {
            lock (_lock)
            {
                var now = DateTime.UtcNow; // finding SF3001 LOW
                while (_recent.Count > 0 && now - _recent.Peek() > TimeSpan.FromMinutes(1))
                    _recent.Dequeue();
                _recent.Enqueue(now);
                return _counts[key] = _counts.GetValueOrDefault(key) + count;
            }
        }
    }

    public class Drawer : BackgroundService
    {
        private static readonly object Gate = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                lock (Gate)
                {
                    JsonSerializer.Serialize("alone");
                }

                await Task.Delay(1000, stoppingToken);
            }
        }
    }
}
