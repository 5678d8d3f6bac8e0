using System.Net.Mail;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Newsroom;
using Npgsql;
using StackExchange.Redis;

// Hosted services with loops by the clock: reminders, invoices, sweepers; with and without something that holds the others back.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<NewsContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IDigest, Digest>();
builder.Services.AddHostedService<Reminders>();
builder.Services.AddHostedService<Publisher>();
builder.Services.AddHostedService<DigestService>();
builder.Services.AddHostedService<Nightly>();
builder.Services.AddHostedService<Ticker>();
builder.Services.AddHostedService<Cleanup>();
builder.Services.AddHostedService<LegacySync>();
builder.Services.AddHostedService<Archiver>();
var app = builder.Build();
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
}
