using System.Net.Mail;
using Dapper;
using Medallion.Threading;
using Microsoft.EntityFrameworkCore;
using Pressroom;
using Npgsql;
using RedLockNet;
using StackExchange.Redis;

// Hosted services with loops by the clock: reminders, invoices, sweepers that something holds back, or that need not be held back.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<NewsContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IDigest, Digest>();
builder.Services.AddSingleton<Rates>();
builder.Services.AddSingleton<ILeaderElection, LeaderElection>();
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

namespace Pressroom
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
