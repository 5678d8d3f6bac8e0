using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.AspNetCore.Mvc;
using Turnstile;

// A ticket gate: counters, switches and the last of things, kept in static fields.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddScoped<IGate, Gate>();
builder.Services.AddHostedService<Warmer>();
builder.Services.AddHostedService<Recounter>();
var app = builder.Build();
Surroundings.Name = app.Environment.EnvironmentName;
app.UseMiddleware<RequestCount>();
app.MapPost("/pause", () => Switches.Paused = true); // finding SF1002 MEDIUM: a switch that one instance sees
app.MapPost("/resume", () => { Switches.Paused = false; });
app.MapGet("/whoami", (HttpContext context) => Last.Visitor = context.Request.Headers.UserAgent);
app.MapPost("/open/{hall}", (string hall, IGate gate) => gate.OpenAsync(hall));
app.MapGet("/settings", () => Configured.Value);
app.MapControllers();
app.Run();

namespace Turnstile
{
    public static class Surroundings
    {
        // Set when the app starts.
        public static string Name { get; set; } = "";
    }

    public static class Switches
    {
        public static volatile bool Paused;
    }

    public static class Last
    {
        public static string? Visitor { get; set; } // finding SF1002 MEDIUM: of the request
    }

    public class RequestCount(RequestDelegate next)
    {
        private static long _requests;

        private static int _inFlight;

        private static readonly Meter Meter = new("turnstile");

        private static readonly ObservableGauge<int> InFlight = Meter.CreateObservableGauge("in-flight", () => _inFlight);

        private static readonly Counter<int> Served = Meter.CreateCounter<int>("served");

        [ThreadStatic]
        private static int _depth;

        private static readonly AsyncLocal<int> Nested = new();

        public async Task InvokeAsync(HttpContext context)
        {
            Interlocked.Increment(ref _requests); // finding SF1002 MEDIUM
            Interlocked.Increment(ref _inFlight);
            _depth++;
            Nested.Value++;
            Served.Add(1);
            context.Response.Headers["X-Seen"] = Interlocked.Read(ref _requests).ToString();
            try
            {
                await next(context);
            }
            finally
            {
                Interlocked.Decrement(ref _inFlight);
                TurnstileEvents.Log.Passed();
            }
        }
    }

    [EventSource(Name = "Turnstile")]
    public sealed class TurnstileEvents : EventSource
    {
        public static readonly TurnstileEvents Log = new();

        private static long _passed;

        public void Passed() => WriteEvent(1, Interlocked.Increment(ref _passed));
    }

    public interface IGate
    {
        Task<int> OpenAsync(string hall);
    }

    public class Gate : IGate
    {
        private static int _lastTicket = 1000; // finding SF1002 MEDIUM: numbers that must not come twice

        private static readonly object Sync = new();

        private static bool _prepared;

        private static string? _banner;

        private static Layout? _layout;

        private static int _started;

        private static decimal Takings;

        private static int _busy;

        public async Task<int> OpenAsync(string hall)
        {
            Prepare();
            _banner ??= Surroundings.Name + "!";
            await Task.Yield();
            if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0) return -1;
            try
            {
                return Next();
            }
            finally
            {
                Interlocked.Exchange(ref _busy, 0); // finding SF1002 MEDIUM: keeps one instance's requests apart, and no other's
            }

            int Next()
            {
                Takings += hall.Length; // finding SF1002 MEDIUM: written in a local function
                return ++_lastTicket + (_banner?.Length ?? 0);
            }
        }

        private static void Prepare()
        {
            if (!_prepared)
            {
                lock (Sync)
                {
                    if (!_prepared)
                    {
                        _layout = new Layout(1, 2); // finding SF1002 LOW: once, behind another field's latch
                        _prepared = true;
                    }
                }
            }

            if (Interlocked.Exchange(ref _started, 1) == 0) Console.WriteLine(_layout);
            LazyInitializer.EnsureInitialized(ref _layout, () => new Layout(3, 4));
            Interlocked.CompareExchange(ref _layout, new Layout(5, 6), null);
        }
    }

    public record Layout(int Rows, int Seats);

    // One place for a setting that each instance reads for itself, again after a minute.
    public static class Configured
    {
        private static string _value = ""; // finding SF1002 LOW: a copy that each instance refreshes

        private static DateTime _until;

        public static string Value
        {
            get
            {
                if (_until < DateTime.UtcNow)
                {
                    _value = File.ReadAllText("settings.txt");
                    _until = DateTime.UtcNow.AddMinutes(1); // finding SF1002 LOW
                }

                return _value;
            }
        }
    }

    [ApiController, Route("halls")]
    public class HallsController(IGate gate) : ControllerBase
    {
        private static Position _position;

        private static string _theme = "dark"; // finding SF1002 MEDIUM: told by a request, thrown away by another

        private static readonly int Capacity = 500;

        private const int Rows = 20;

        private int _own;

        [HttpPost]
        public async Task<IActionResult> Move(int x, string theme)
        {
            _position.X = x; // finding SF1002 MEDIUM: a field of a struct in a static
            _own++;
            SetTheme(theme);
            return Ok(await gate.OpenAsync("main") + Capacity + Rows + _own);
        }

        [HttpDelete]
        public void Reset() => _theme = "dark";

        [NonAction]
        public void Never() => Unused = 1;

        private static int Unused { get; set; }

        private static void SetTheme(string theme) => _theme = theme;

        [HttpGet]
        public string Theme() => _theme + _position.X;
    }

    public struct Position
    {
        public int X;
        public int Y;
    }

    // Runs once, before requests come.
    public class Warmer : IHostedService
    {
        public static bool Warm { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Warm = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public class Recounter : BackgroundService
    {
        public static int Rounds;

        private int _mine;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                Rounds++; // limit SF1002: written in the loop of the service itself
                _mine++;
            }
        }
    }
}
