using System.Net.Mail;
using Dapper;
using Medallion.Threading;
using Microsoft.EntityFrameworkCore;
using Newsroom;
using Npgsql;
using RedLockNet;
using StackExchange.Redis;

// Hosted services with loops by the clock: reminders, invoices, sweepers; with and without something that holds the others back.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<NewsContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IDigest, Digest>();
builder.Services.AddSingleton<Rates>();
builder.Services.AddSingleton<ILeaderElection, LeaderElection>();
builder.Services.AddHostedService<Reminders>();
builder.Services.AddHostedService<Publisher>();
builder.Services.AddHostedService<DigestService>();
builder.Services.AddHostedService<Nightly>();
builder.Services.AddHostedService<Ticker>();
builder.Services.AddHostedService<Cleanup>();
builder.Services.AddHostedService<LegacySync>();
builder.Services.AddHostedService<Archiver>();
builder.Services.AddHostedService<RateRefresher>();
builder.Services.AddHostedService<TempFiles>();
builder.Services.AddHostedService<LockedDigest>();
builder.Services.AddHostedService<RedLockedDigest>();
builder.Services.AddHostedService<RedisClaim>();
builder.Services.AddHostedService<Outbox>();
builder.Services.AddHostedService<AdvisoryOutbox>();
builder.Services.AddHostedService<ClaimingJobs>();
builder.Services.AddHostedService<OptimisticJobs>();
builder.Services.AddHostedService<LedDigest>();
builder.Services.AddHostedService<Seeder>();
builder.Services.AddHostedService<Retry>();
builder.Services.AddHostedService<Heartbeat>();
builder.Services.AddHostedService<QueueWorker>();
var app = builder.Build();
app.MapGet("/rates", (Rates rates) => rates.Current);
app.Run();

namespace Newsroom
{
    public class Article
    {
        public int Id { get; set; }
        public bool IsPublished { get; set; }
        public string? TakenBy { get; set; }
        public DateTime At { get; set; }
    }

    public class NewsContext(DbContextOptions<NewsContext> options) : DbContext(options)
    {
        public DbSet<Article> Articles => Set<Article>();
    }

    public class Reminders(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
            while (await timer.WaitForNextTickAsync(stoppingToken)) // finding SF1010 HIGH: a mail for each instance
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<NewsContext>();
                using var smtp = new SmtpClient("mail");
                foreach (var article in await db.Articles.Where(a => !a.IsPublished).Take(100).ToListAsync(stoppingToken))
                    await smtp.SendMailAsync("a@example", "b@example", "reminder", article.Id.ToString(), stoppingToken);
            }
        }
    }

    // The work in a method, the wait in another.
    public class Publisher(IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await PublishAsync(stoppingToken);
                }
                catch (DbUpdateException e)
                {
                    Console.WriteLine(e);
                }

                await UntilNextAsync(stoppingToken); // finding SF1010 HIGH: through calls
            }
        }

        private async Task PublishAsync(CancellationToken token)
        {
            await using var db = await contexts.CreateDbContextAsync(token);
            foreach (var article in await db.Articles.Where(a => !a.IsPublished).Take(10).ToListAsync(token)) article.IsPublished = true;
            await db.SaveChangesAsync(token);
        }

        private static async Task UntilNextAsync(CancellationToken token)
        {
            var next = DateTime.UtcNow.Date.AddDays(1);
            await Task.Delay(next - DateTime.UtcNow, token);
        }
    }

    public interface IDigest
    {
        Task SendAsync(CancellationToken token);
    }

    public class Digest(IHttpClientFactory clients) : IDigest
    {
        public async Task SendAsync(CancellationToken token)
        {
            using var response = await clients.CreateClient("mailer").PostAsync("digest", null, token);
            response.EnsureSuccessStatusCode();
        }
    }

    // Behind an interface and a scope.
    public class DigestService(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IDigest>().SendAsync(stoppingToken);
                await Task.Delay(TimeSpan.FromHours(1), stoppingToken); // finding SF1010 HIGH: a post behind an interface
            }
            while (!stoppingToken.IsCancellationRequested);
        }
    }

    // A base with the loop; its children with the work.
    public abstract class PeriodicService(TimeSpan period) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RunAsync(stoppingToken);
                await Task.Delay(period, stoppingToken); // finding SF1010 HIGH: the child that writes, not the one that reads
            }
        }

        protected abstract Task RunAsync(CancellationToken token);
    }

    public class Nightly() : PeriodicService(TimeSpan.FromDays(1))
    {
        protected override async Task RunAsync(CancellationToken token)
        {
            await using var connection = new NpgsqlConnection("Host=db");
            await connection.ExecuteAsync("DELETE FROM drafts WHERE at < now() - interval '90 days'");
        }
    }

    public class Ticker() : PeriodicService(TimeSpan.FromSeconds(1))
    {
        protected override Task RunAsync(CancellationToken token)
        {
            Console.WriteLine(DateTime.UtcNow);
            return Task.CompletedTask;
        }
    }

    // A timer of the service.
    public class Cleanup(IServiceScopeFactory scopes) : IHostedService, IDisposable
    {
        private Timer? _timer;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _timer = new Timer(Sweep, null, TimeSpan.Zero, TimeSpan.FromMinutes(5)); // finding SF1010 HIGH: a timer
            return Task.CompletedTask;
        }

        private void Sweep(object? state)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsContext>();
            db.Articles.Where(a => a.At < DateTime.UtcNow.AddDays(-30)).ExecuteDelete();
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _timer?.Dispose();
    }

    // The older timer, and a lock that holds within the process only.
    public class LegacySync(IConnectionMultiplexer redis) : IHostedService
    {
        private readonly System.Timers.Timer _timer = new(1000);

        private readonly SemaphoreSlim _once = new(1);

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _timer.Elapsed += (_, _) => Sync(); // finding SF1010 HIGH: an event
            _timer.Start();
            return Task.CompletedTask;
        }

        private void Sync()
        {
            if (!_once.Wait(0)) return;
            try
            {
                redis.GetDatabase().StringSet("synced", "yes");
            }
            finally
            {
                _once.Release();
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    // Nested loops, a lambda, a local function.
    public class Archiver(IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => LoopAsync(stoppingToken), stoppingToken);

        private async Task LoopAsync(CancellationToken token)
        {
            while (true)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    await Guarded(() => ArchiveAsync());
                }

                token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)); // finding SF1010 HIGH: a wait on the token
            }

            async Task ArchiveAsync()
            {
                await using var db = await contexts.CreateDbContextAsync(token);
                await db.Articles.Where(a => a.IsPublished).ExecuteUpdateAsync(s => s.SetProperty(a => a.TakenBy, "archive"), token);
            }
        }

        private static async Task Guarded(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (InvalidOperationException)
            {
                Console.WriteLine("again");
            }
        }
    }

    // From here on: right as it is.
    public class Rates
    {
        public decimal Current { get; set; }
    }

    // Each process refreshes its own copy.
    public class RateRefresher(Rates rates, IHttpClientFactory clients, IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                rates.Current = decimal.Parse(await clients.CreateClient("bank").GetStringAsync("rate", stoppingToken));
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                rates.Current += await db.Articles.CountAsync(stoppingToken);
                await Task.Delay(60_000, stoppingToken);
            }
        }
    }

    // Each machine has its own disk.
    public class TempFiles : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
                foreach (var file in Directory.EnumerateFiles("/tmp/news")) File.Delete(file);
        }
    }

    public class LockedDigest(IDistributedLockProvider locks, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await using var held = await locks.TryAcquireLockAsync("digest", cancellationToken: stoppingToken);
                if (held is null) continue;
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IDigest>().SendAsync(stoppingToken);
            }
        }
    }

    public class RedLockedDigest(IDistributedLockFactory locks, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await OnceAsync(stoppingToken);
                await Task.Delay(1000, stoppingToken);
            }
        }

        private async Task OnceAsync(CancellationToken token)
        {
            await using var held = await locks.CreateLockAsync("digest", TimeSpan.FromMinutes(1));
            if (!held.IsAcquired) return;
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IDigest>().SendAsync(token);
        }
    }

    public class RedisClaim(IConnectionMultiplexer redis, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                if (!await redis.GetDatabase().StringSetAsync("digest:" + DateTime.UtcNow.Date, Environment.MachineName, TimeSpan.FromHours(1), When.NotExists)) continue;
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IDigest>().SendAsync(stoppingToken);
            }
        }
    }

    public class Outbox : BackgroundService
    {
        private static readonly string Next = "SELECT id FROM outbox WHERE sent IS NULL ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED";

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var connection = new NpgsqlConnection("Host=db");
                await connection.OpenAsync(stoppingToken);
                await using var transaction = await connection.BeginTransactionAsync(stoppingToken);
                foreach (var id in await connection.QueryAsync<int>(Next, transaction: transaction))
                    await connection.ExecuteAsync("UPDATE outbox SET sent = now() WHERE id = @id", new { id }, transaction);
                await transaction.CommitAsync(stoppingToken);
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public class AdvisoryOutbox : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var connection = new NpgsqlConnection("Host=db");
                if (await connection.ExecuteScalarAsync<bool>("SELECT pg_try_advisory_lock(4711)"))
                    await connection.ExecuteAsync("UPDATE totals SET value = value + 1");
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    // Whoever changes the row has the job.
    public class ClaimingJobs(IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                var id = await db.Articles.Where(a => a.TakenBy == null).Select(a => a.Id).FirstOrDefaultAsync(stoppingToken);
                var taken = await db.Articles.Where(a => a.Id == id && a.TakenBy == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.TakenBy, Environment.MachineName), stoppingToken);
                if (taken == 1)
                {
                    using var smtp = new SmtpClient("mail");
                    await smtp.SendMailAsync("a@example", "b@example", "published", id.ToString(), stoppingToken);
                }

                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public class OptimisticJobs(IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                    foreach (var article in await db.Articles.Where(a => a.TakenBy == null).Take(1).ToListAsync(stoppingToken)) article.TakenBy = Environment.MachineName;
                    await db.SaveChangesAsync(stoppingToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    Console.WriteLine("somebody else has it");
                }

                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public interface ILeaderElection
    {
        bool IsLeader { get; }
    }

    public class LeaderElection : ILeaderElection
    {
        public bool IsLeader => Environment.MachineName.EndsWith("-0", StringComparison.Ordinal);
    }

    public class LedDigest(ILeaderElection election, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (election.IsLeader)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<IDigest>().SendAsync(stoppingToken);
                }

                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    // Once, when the app starts: with a breath between the rows.
    public class Seeder(IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            foreach (var title in new[] { "a", "b", "c" })
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                db.Add(new Article { TakenBy = title });
                await db.SaveChangesAsync(stoppingToken);
                await Task.Delay(10, stoppingToken);
            }
        }
    }

    // Once, with three attempts.
    public class Retry(IDbContextFactory<NewsContext> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                    await db.SaveChangesAsync(stoppingToken);
                    return;
                }
                catch (DbUpdateException)
                {
                    await Task.Delay(100, stoppingToken);
                }
            }
        }
    }

    public class Heartbeat(ILogger<Heartbeat> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                logger.LogInformation("alive");
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    // The broker gives each message to one.
    public class QueueWorker(Amazon.SQS.IAmazonSQS sqs, IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await sqs.ReceiveMessageAsync("queue", stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IDigest>().SendAsync(stoppingToken);
                await Task.Delay(100, stoppingToken);
            }
        }
    }
}
