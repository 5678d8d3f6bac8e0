using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;
using Printshop;

// Controllers, and queues behind interfaces that hosted services work off.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<IBackgroundTaskQueue, BackgroundTaskQueue>();
builder.Services.AddHostedService<QueuedHostedService>();
builder.Services.AddSingleton<MailOutbox>();
builder.Services.AddHostedService<MailSender>();
builder.Services.AddHostedService<Thumbnails>();
builder.Services.AddSingleton<Recent>();
builder.Services.AddHostedService<RecentTrimmer>();
builder.Services.AddSingleton<PriceCache>();
builder.Services.AddHostedService<PriceSweeper>();
builder.Services.AddHostedService<Pipeline>();
builder.Services.AddSingleton<ILoggerProvider, FileLogger>();
builder.Services.AddHostedService<LogWriter>();
builder.Services.AddSingleton<Telemetry>();
builder.Services.AddHostedService<TelemetryFlusher>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Printshop
{
    public interface IBackgroundTaskQueue
    {
        ValueTask QueueAsync(Func<CancellationToken, ValueTask> item);

        ValueTask<Func<CancellationToken, ValueTask>> DequeueAsync(CancellationToken token);
    }

    // As the documentation of hosted services shows it: bounded, and lost all the same.
    public class BackgroundTaskQueue : IBackgroundTaskQueue
    {
        private readonly Channel<Func<CancellationToken, ValueTask>> _queue;

        public BackgroundTaskQueue()
        {
            var options = new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.Wait };
            _queue = Channel.CreateBounded<Func<CancellationToken, ValueTask>>(options); // finding SF1012 HIGH: a channel behind an interface
        }

        public async ValueTask QueueAsync(Func<CancellationToken, ValueTask> item)
        {
            ArgumentNullException.ThrowIfNull(item);
            await _queue.Writer.WriteAsync(item);
        }

        public async ValueTask<Func<CancellationToken, ValueTask>> DequeueAsync(CancellationToken token) => await _queue.Reader.ReadAsync(token);
    }

    public class QueuedHostedService(IBackgroundTaskQueue queue) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var item = await queue.DequeueAsync(stoppingToken);
                await item(stoppingToken);
            }
        }
    }

    public record Mail(string To);

    public class MailOutbox
    {
        public BlockingCollection<Mail> Mails { get; } = new(1000); // finding SF1012 HIGH: handed out by a property
    }

    public class MailSender(MailOutbox outbox) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
        {
            foreach (var mail in outbox.Mails.GetConsumingEnumerable(stoppingToken)) Console.WriteLine(mail);
        }, stoppingToken);
    }

    // A static queue, and a hosted service that requests call by its name.
    public class Thumbnails : IHostedService, IDisposable
    {
        private static readonly ConcurrentQueue<string> Files = new(); // finding SF1012 HIGH: static

        private Timer? _timer;

        public static void Add(string file) => Files.Enqueue(file);

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _timer = new Timer(Work, null, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            return Task.CompletedTask;
        }

        private void Work(object? state)
        {
            while (Files.TryDequeue(out var file)) File.WriteAllText(file + ".thumb", file);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _timer?.Dispose();
    }

    // The last few, for a page that shows them: nobody works them off.
    public class Recent
    {
        private readonly ConcurrentQueue<string> _recent = new();

        public void Add(string file)
        {
            _recent.Enqueue(file);
            Trim();
        }

        public void Trim()
        {
            while (_recent.Count > 20) _recent.TryDequeue(out _);
        }
    }

    public class RecentTrimmer(Recent recent) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                recent.Trim();
            }
        }
    }

    // A store with keys, and a sweeper for what has expired.
    public class PriceCache
    {
        public ConcurrentDictionary<string, DateTime> Entries { get; } = new();
    }

    public class PriceSweeper(PriceCache cache) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                foreach (var (key, until) in cache.Entries)
                    if (until < DateTime.UtcNow) cache.Entries.TryRemove(key, out _);
            }
        }
    }

    // Filled and worked off in the background, both.
    public class Pipeline : BackgroundService
    {
        private readonly Channel<int> _steps = Channel.CreateBounded<int>(10);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var reading = ReadAsync(stoppingToken);
            for (var i = 0; !stoppingToken.IsCancellationRequested; i++) await _steps.Writer.WriteAsync(i, stoppingToken);
            await reading;
        }

        private async Task ReadAsync(CancellationToken token)
        {
            await foreach (var step in _steps.Reader.ReadAllAsync(token)) Console.WriteLine(step);
        }
    }

    // A log is written in the background: its last lines may be lost.
    public sealed class FileLogger : ILoggerProvider, ILogger
    {
        public static Channel<string> Lines { get; } = Channel.CreateBounded<string>(1000);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Writer.TryWrite(formatter(state, exception));

        public void Dispose() => Lines.Writer.TryComplete();
    }

    public class LogWriter : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var line in FileLogger.Lines.Reader.ReadAllAsync(stoppingToken)) await File.AppendAllTextAsync("app.log", line, stoppingToken);
        }
    }

    // Best effort, and said so.
    public class Telemetry
    {
        [UnconditionalSuppressMessage("ScaleFitness", "SF1012", Justification = "Page views for a chart: losing a minute of them hurts nobody.")]
        private readonly Channel<string> _views = Channel.CreateBounded<string>(1000);

        public ChannelReader<string> Views => _views.Reader;

        public bool Seen(string page) => _views.Writer.TryWrite(page);
    }

    public class TelemetryFlusher(Telemetry telemetry) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var view in telemetry.Views.ReadAllAsync(stoppingToken)) Console.WriteLine(view);
        }
    }

    [ApiController, Route("prints")]
    public class PrintsController(IBackgroundTaskQueue queue, MailOutbox outbox, Recent recent, PriceCache prices, Telemetry telemetry, ILogger<PrintsController> logger) : ControllerBase
    {
        [HttpPost]
        public async Task<IActionResult> Print(string file)
        {
            await queue.QueueAsync(async token => await Task.Delay(10, token));
            outbox.Mails.Add(new Mail(file));
            Thumbnails.Add(file);
            recent.Add(file);
            prices.Entries[file] = DateTime.UtcNow.AddMinutes(1);
            telemetry.Seen(file);
            logger.LogInformation("printed {File}", file);
            ((ILogger)new FileLogger()).Log(LogLevel.Information, 1, file, null, (f, _) => f);
            return Accepted();
        }

        // A queue between two halves of one request.
        [HttpGet]
        public async Task<int> Count(string folder)
        {
            var found = Channel.CreateBounded<string>(10);
            var counting = CountAsync(found.Reader);
            foreach (var file in Directory.EnumerateFiles(folder)) await found.Writer.WriteAsync(file);
            found.Writer.Complete();
            return await counting;
        }

        private static async Task<int> CountAsync(ChannelReader<string> files)
        {
            var count = 0;
            await foreach (var _ in files.ReadAllAsync()) count++;
            return count;
        }
    }
}
