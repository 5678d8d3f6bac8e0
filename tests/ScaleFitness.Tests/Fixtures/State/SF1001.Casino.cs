using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Casino;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.ObjectPool;

// Generic holders, nested types, base classes, buffers flushed by a timer: the same store in other clothes.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<IOdds, Odds>();
builder.Services.AddHostedService<BetFlusher>();
builder.Services.AddSingleton<Dealer>();
var app = builder.Build();

var ring = new int[16]; // finding SF1001: an array that an endpoint writes
var tables = new[] { "roulette", "poker" };
string[] ordered = [.. tables];
Array.Sort(ordered);
app.MapGet("/spin/{n:int}", (int n) =>
{
    ring[n % ring.Length]++;
    return ring.Sum();
});
app.MapGet("/tables", () => ordered.Concat(tables).Select(t => t.ToUpperInvariant()).ToList());
app.MapPost("/bets/{player}", (string player) => BetBuffer.Count(player));
app.MapControllers();
foreach (var table in tables) House.Open(table);
app.Run();

namespace Casino
{
    public static class Memo<TKey, TValue>
        where TKey : notnull
    {
        private static readonly Dictionary<TKey, TValue> Values = []; // finding SF1001 HIGH: a static of a generic type

        public static TValue Get(TKey key, Func<TKey, TValue> make)
        {
            lock (Values)
            {
                if (!Values.TryGetValue(key, out var value)) Values[key] = value = make(key);
                return value;
            }
        }
    }

    public interface IOdds
    {
        Task<double> ForAsync(string game);
    }

    public abstract class RememberingBase
    {
        protected static readonly Queue<string> Last = new(); // finding SF1001 HIGH: of the base class

        protected static void Remember(string game)
        {
            if (Last.Count > 5) Last.Dequeue();
            Last.Enqueue(game);
        }
    }

    public class Odds : RememberingBase, IOdds
    {
        private static class Nested
        {
            internal static readonly LinkedList<double> Drawn = []; // finding SF1001 HIGH: of a nested type
        }

        public async Task<double> ForAsync(string game)
        {
            var odds = await Task.FromResult(Memo<string, double>.Get(game, g => 1d / g.Length));
            Remember(game);
            Nested.Drawn.AddLast(odds);
            return odds;
        }
    }

    // Counted in memory, flushed by a timer: a crash loses it, and each instance counts for itself.
    public static class BetBuffer
    {
        private static readonly ConcurrentDictionary<string, int> Bets = new(); // finding SF1001 HIGH

        public static void Count(string player) => Bets.AddOrUpdate(player, 1, (_, n) => n + 1);

        public static KeyValuePair<string, int>[] Drain()
        {
            var all = Bets.ToArray();
            Bets.Clear();
            return all;
        }
    }

    public class BetFlusher(ILogger<BetFlusher> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
            while (await timer.WaitForNextTickAsync(stoppingToken))
                logger.LogInformation("{Bets} bets", BetBuffer.Drain().Length);
        }
    }

    // Opened at start-up, read ever after.
    public static class House
    {
        private static readonly List<string> Tables = [];

        private static readonly Dictionary<char, int> Values = new();

        public static int Count => Tables.Count;

        public static void Open(string table)
        {
            Tables.Add(table);
            Tables.Sort();
        }

        public static int Value(char card)
        {
            // The keys are one character: the store cannot grow.
            if (!Values.ContainsKey(card)) Values[card] = card - '0';
            return Values[card];
        }
    }

    [Route("games")]
    public class GamesController(IOdds odds, Dealer dealer) : ControllerBase
    {
        private static readonly Meter Meter = new("casino");
        private static readonly Counter<int> Played = Meter.CreateCounter<int>("played");
        private static readonly ObjectPool<List<int>> Hands = ObjectPool.Create<List<int>>();
        private static readonly object Gate = new();
        private static readonly IReadOnlyDictionary<string, int> Limits = new Dictionary<string, int> { ["poker"] = 10 };
        private static readonly EventHandlers Handlers = new();

        private readonly List<string> _perRequest = [];

        [HttpGet("{game}")]
        public async Task<IActionResult> Play(string game)
        {
            Played.Add(1);
            _perRequest.Add(game);
            var hand = Hands.Get();
            try
            {
                hand.Add(House.Value(game[0]));
                lock (Gate) return Ok(new { Odds = Settled(odds.ForAsync(game)), Limit = Limits.GetValueOrDefault(game), Card = dealer.Deal() });
            }
            finally
            {
                hand.Clear();
                Hands.Return(hand);
                Handlers.Subscribe(game);
                await Task.Yield();
            }

            static double Settled(Task<double> task) => task.IsCompletedSuccessfully ? task.Result : 0;
        }

        [HttpGet]
        public IActionResult All()
        {
            var counts = new ConcurrentDictionary<string, int>();
            Parallel.ForEach(new[] { "a", "b" }, g => counts[g] = House.Count);
            return Ok(counts);
        }
    }

    public sealed class EventHandlers
    {
        private List<string> _names = []; // finding SF1001 HIGH: held by a static of another class

        public void Subscribe(string name) => _names = [.. _names, name];
    }

    public class Dealer
    {
        private static readonly int[] Deck = Shuffle();

        public int Deal() => Deck[Random.Shared.Next(Deck.Length)];

        private static int[] Shuffle()
        {
            var deck = new int[52];
            for (var i = 0; i < deck.Length; i++) deck[i] = i;
            Random.Shared.Shuffle(deck);
            return deck;
        }
    }
}
