using System.Data.Common;
using Confluent.Kafka;
using Depot;
using MediatR;
using Npgsql;

// The same work in other clothes: messages inside the process, plain ADO.NET, a broker, statics, parallel rounds.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMediatR(c => c.RegisterServicesFromAssembly(typeof(Program).Assembly));
builder.Services.AddSingleton<TokenCache>();
builder.Services.AddHostedService<Stocktaking>();
builder.Services.AddHostedService<Announcer>();
builder.Services.AddHostedService<Shelves>();
builder.Services.AddHostedService<Lifecycle>();
builder.Services.AddHostedService<Consumer>();
builder.Services.AddHostedService<Tokens>();
builder.Services.AddHostedService<Once>();
builder.Services.AddHostedService<Buffered>();
builder.Services.AddSingleton<LineBuffer>();
builder.Services.AddSingleton<Invoices>();
var app = builder.Build();
app.MapPost("/buffer", (LineBuffer buffer, string line) => buffer.Add(line));
app.MapPost("/later", (string line) =>
{
    // For this request, once.
    _ = new Timer(_ => Database.Run("INSERT INTO later VALUES (1)"), line, 1000, Timeout.Infinite);
});
app.Run();

namespace Depot
{
    public record CountStock : IRequest<int>;

    public class CountStockHandler : IRequestHandler<CountStock, int>
    {
        public Task<int> Handle(CountStock request, CancellationToken cancellationToken)
        {
            Database.Run("UPDATE stock SET counted = now()");
            return Task.FromResult(1);
        }
    }

    public static class Database
    {
        public static void Run(string sql)
        {
            using DbConnection connection = new NpgsqlConnection("Host=db");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    public class Stocktaking(IMediator mediator) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await mediator.Send(new CountStock(), stoppingToken);
                await Task.Delay(1000, stoppingToken).ConfigureAwait(false); // finding SF1010 HIGH: through a mediator
            }
        }
    }

    public class Announcer(IProducer<string, string> producer) : IHostedService
    {
        private Task _running = Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _running = Task.Factory.StartNew(Loop, cancellationToken);
            return Task.CompletedTask;

            void Loop()
            {
                while (true)
                {
                    Thread.Sleep(1000); // finding SF1010 HIGH: a message to a broker, in a local function
                    producer.Produce("prices", new Message<string, string> { Key = "all", Value = "now" });
                }
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => _running;
    }

    // Rounds in parallel, and one round's work in a lambda.
    public class Shelves : BackgroundService
    {
        private readonly PeriodicTimer _timer = new(TimeSpan.FromMinutes(1));

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (await _timer.WaitForNextTickAsync(stoppingToken) && !stoppingToken.IsCancellationRequested) // finding SF1010 HIGH: in a lambda
                await Parallel.ForEachAsync(Enumerable.Range(0, 3), stoppingToken, (shelf, _) =>
                {
                    Database.Run("DELETE FROM shelf WHERE id = " + shelf);
                    return ValueTask.CompletedTask;
                });
        }
    }

    // Started later than the others; the timer is kept in a static, and wound up again after each round.
    public class Lifecycle : IHostedLifecycleService
    {
        private static Timer? _timer;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            _timer = new Timer(static _ => Work(), null, 1000, Timeout.Infinite); // finding SF1010 HIGH: wound up again
            return Task.CompletedTask;
        }

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private static void Work()
        {
            Database.Run("UPDATE totals SET value = value + 1");
            _timer?.Change(1000, Timeout.Infinite);
        }
    }

    // A singleton with a timer is no hosted service, and does the same.
    public class Invoices
    {
        private readonly Timer _timer;

        public Invoices() => _timer = new Timer(_ => Database.Run("INSERT INTO invoices SELECT * FROM due"), null, 0, 60_000); // finding SF1010 HIGH: not a hosted service

        public bool IsOn => _timer is not null;
    }

    // Kafka gives each partition to one.
    public class Consumer(IConsumer<string, string> consumer) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            consumer.Subscribe("orders");
            while (!stoppingToken.IsCancellationRequested)
            {
                var result = consumer.Consume(stoppingToken);
                Database.Run("INSERT INTO orders VALUES (1)");
                if (result is null) await Task.Delay(100, stoppingToken);
            }
        }
    }

    public class TokenCache
    {
        public string Token { get; set; } = "";
    }

    // Reads what it keeps for itself.
    public class Tokens(TokenCache cache) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (;;)
            {
                cache.Token = await AcquireTokenAsync();
                await Task.Delay(60_000, stoppingToken);
            }
        }

        private static Task<string> AcquireTokenAsync()
        {
            using var connection = new NpgsqlConnection("Host=db");
            using var command = new NpgsqlCommand("SELECT token FROM tokens", connection);
            connection.Open();
            return Task.FromResult((string)command.ExecuteScalar()!);
        }
    }

    // Waits, works, and is done.
    public class Once : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Delay(5000, stoppingToken);
            Database.Run("ANALYZE");
            using var timer = new Timer(_ => Database.Run("VACUUM"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    public class LineBuffer
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public void Add(string line) => _lines.Enqueue(line);

        public string? Take() => _lines.TryDequeue(out var line) ? line : null;
    }

    // Works off what its own process was told: no instance does another's work.
    public class Buffered(LineBuffer buffer) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                while (buffer.Take() is { } line) Database.Run("INSERT INTO lines VALUES ('" + line + "')");
                await Task.Delay(1000, stoppingToken);
            }
        }
    }
}
