using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Names;
using StackExchange.Redis;

// Who owns what is told by the machine's name; logs, headers and heartbeats may say it freely.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<JobContext>();
builder.Services.AddHostedService<Resume>();
builder.Services.AddScoped<Reports>();
var app = builder.Build();
app.MapGet("/report", (Reports reports, CancellationToken token) => reports.LastAsync(token));
app.MapGet("/mine", (JobContext db) => Queries.MineAsync(db));
app.MapGet("/instance", (HttpContext context) => context.Response.Headers["X-Instance"] = Environment.MachineName);
app.Run();

namespace Names
{
    public class Job
    {
        public int Id { get; set; }

        public string? Owner { get; set; }
    }

    public class JobContext(DbContextOptions<JobContext> options) : DbContext(options)
    {
        public DbSet<Job> Jobs => Set<Job>();
    }

    public class Resume(IServiceScopeFactory scopes, ILogger<Resume> logger) : BackgroundService
    {
        private readonly string _me = Environment.MachineName;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            logger.LogInformation("{Machine} resumes", Environment.MachineName);
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<JobContext>();
            var open = await db.Jobs.Where(j => j.Owner == _me && j.Id > 0).ToListAsync(stoppingToken); // finding SF1013 MEDIUM @medium
            logger.LogInformation("{Count} open", open.Count);
        }
    }

    public static class Queries
    {
        public static Task<Job?> MineAsync(JobContext db)
        {
            var host = Dns.GetHostName();
            return db.Jobs.FirstOrDefaultAsync(j => j.Owner == host); // finding SF1013 MEDIUM @medium
        }

        public static Task<Job?> ByNameAsync(JobContext db, string owner) => db.Jobs.FirstOrDefaultAsync(j => j.Owner == owner);
    }

    public class Reports(IDistributedCache cache, IDatabase redis)
    {
        public async Task<string?> LastAsync(CancellationToken token)
        {
            await redis.StringSetAsync($"heartbeat:{Environment.MachineName}", "up", TimeSpan.FromSeconds(30));
            await redis.LockTakeAsync("report", Environment.MachineName, TimeSpan.FromSeconds(30));
            var shared = await cache.GetStringAsync("report:shared", token);
            return shared ?? await cache.GetStringAsync($"report:{Environment.MachineName}", token); // finding SF1013 MEDIUM @medium
        }
    }
}
