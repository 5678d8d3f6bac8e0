using Confluent.Kafka;
using Kiosk;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<KioskDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHostedService<Printer>();
builder.Services.AddHostedService<Cleaner>();
builder.Services.AddHostedService<Listener>();
builder.Services.AddHostedService<Feeder>();
builder.Services.AddScoped<Jobs>();
var app = builder.Build();

app.MapGet("/wait/{id:int}", async (int id, KioskDb db) =>
{
    while (true)
    {
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id); // finding SF3014 MEDIUM @medium: the job may never be done
        if (job.Done)
            return job;
        await Task.Delay(500);
    }
});

app.MapGet("/wait/token/{id:int}", async (int id, KioskDb db, CancellationToken token) =>
{
    while (true)
    {
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, token);
        if (job.Done)
            return job;
        await Task.Delay(500, token);
    }
});

app.MapGet("/wait/counted/{id:int}", async (int id, KioskDb db) =>
{
    var rounds = 0;
    while (true)
    {
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id);
        if (job.Done)
            return Results.Ok(job);
        if (++rounds > 20)
            return Results.StatusCode(504);
        await Task.Delay(500);
    }
});

app.MapGet("/wait/clock/{id:int}", async (int id, KioskDb db) =>
{
    var until = DateTime.UtcNow.AddSeconds(10);
    while (DateTime.UtcNow < until)
    {
        if (await db.Jobs.AnyAsync(j => j.Id == id && j.Done))
            break;
        await Task.Delay(500);
    }
});

app.MapGet("/connect", (Jobs jobs) => jobs.ConnectAsync());
app.MapGet("/pages", (Jobs jobs) => jobs.PagesAsync());
app.MapGet("/code", (Jobs jobs) => jobs.FreeCodeAsync());
app.MapGet("/numbers", (Jobs jobs) => jobs.Numbers().Take(5));
app.MapGet("/next", (Jobs jobs) => jobs.Next());
app.MapGet("/retry", (Jobs jobs) => jobs.RetryAsync());
app.MapPost("/upload", async (HttpRequest request) =>
{
    var buffer = new byte[4096];
    var total = 0L;
    while (true)
    {
        var read = await request.Body.ReadAsync(buffer);
        if (read == 0)
            return total;
        total += read;
    }
});
app.Run();

namespace Kiosk
{
    public sealed class Jobs(KioskDb db, HttpClient http)
    {
        private int _next;

        public async Task<string> ConnectAsync()
        {
            while (true)
            {
                try
                {
                    return await http.GetStringAsync("https://printer.example/");
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(1000); // finding SF3014 MEDIUM: it tries for ever
                }
            }
        }

        public async Task<string> RetryAsync()
        {
            var attempt = 0;
            while (true)
            {
                try
                {
                    return await http.GetStringAsync("https://printer.example/");
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                    attempt++;
                    await Task.Delay(1000);
                }
            }
        }

        public async Task<int> PagesAsync()
        {
            var last = 0;
            while (true)
            {
                var page = await db.Jobs.Where(j => j.Id > last).OrderBy(j => j.Id).Take(100).ToListAsync();
                if (page.Count == 0)
                    return last;
                last = page[^1].Id;
            }
        }

        public async Task<int> FreeCodeAsync()
        {
            int code;
            do
                code = Random.Shared.Next(1_000_000);
            while (await db.Jobs.AnyAsync(j => j.Id == code));
            return code;
        }

        public IEnumerable<int> Numbers()
        {
            // Whoever enumerates it ends it.
            var n = 0;
            while (true)
                yield return n++;
        }

        public int Next()
        {
            while (true)
            {
                var seen = _next;
                if (Interlocked.CompareExchange(ref _next, seen + 1, seen) == seen)
                    return seen;
            }
        }
    }

    public sealed class Printer(ILogger<Printer> logger) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Loop, stoppingToken);

        private void Loop()
        {
            var rounds = 0;
            while (true)
            {
                rounds++;
                logger.LogInformation("{Rounds}", rounds); // finding SF3014 MEDIUM: to count without a limit is no end
                Thread.Sleep(1000);
            }
        }
    }

    public sealed class Cleaner(ILogger<Cleaner> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation("clean");
                await Task.Delay(1000);
            }

            while (true)
            {
                logger.LogInformation("clean again");
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public sealed class Listener(IConsumer<string, string> consumer) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            while (true)
                Console.WriteLine(consumer.Consume(stoppingToken).Message.Value);
        }
    }

    public sealed class Feeder(IConsumer<string, string> consumer) : BackgroundService
    {
        private volatile bool _stopped;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            while (!_stopped)
            {
                consumer.Commit();
                await Task.Delay(100);
            }
        }

        public override Task StopAsync(CancellationToken cancellationToken)
        {
            _stopped = true;
            return base.StopAsync(cancellationToken);
        }
    }

    public class KioskDb(DbContextOptions<KioskDb> options) : DbContext(options)
    {
        public DbSet<Job> Jobs { get; set; }
    }

    public class Job { public int Id { get; set; } public bool Done { get; set; } }
}
