using Arcade;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StackExchange.Redis;

// One counter for everybody, and counters of their own.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ArcadeContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddSingleton<IHits, RedisHits>();
builder.Services.AddHostedService<Flusher>();
var app = builder.Build();
app.Use(async (context, next) =>
{
    await context.RequestServices.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringIncrementAsync("requests"); // finding SF3012 MEDIUM
    await next();
});
app.MapPost("/play/{game}", (string game, IConnectionMultiplexer redis) => redis.GetDatabase().StringIncrement("plays:" + game));
app.MapControllers();
app.Run();

namespace Arcade
{
    public class ArcadeContext(DbContextOptions<ArcadeContext> options) : DbContext(options)
    {
        public DbSet<Counter> Counters => Set<Counter>();
        public DbSet<Player> Players => Set<Player>();
    }

    public class Counter
    {
        public string Id { get; set; } = "";
        public long Value { get; set; }
    }

    public class Player
    {
        public int Id { get; set; }
        public int Score { get; set; }
    }

    public interface IHits
    {
        Task CountAsync(string page);
        Task CountAllAsync();
        Task CountTodayAsync();
        Task CountShardAsync();
    }

    public class RedisHits(IConnectionMultiplexer redis) : IHits
    {
        private static readonly string Total = "hits:total";

        public Task CountAsync(string page) => redis.GetDatabase().HashIncrementAsync("hits", page);

        public Task CountAllAsync() => redis.GetDatabase().StringIncrementAsync(Total); // finding SF3012 MEDIUM

        public Task CountTodayAsync() => redis.GetDatabase().StringIncrementAsync($"hits:{DateTime.UtcNow:yyyyMMdd}"); // finding SF3012 MEDIUM: all of the day's

        public Task CountShardAsync() => redis.GetDatabase().StringIncrementAsync($"hits:{Random.Shared.Next(16)}");
    }

    [ApiController, Route("arcade")]
    public class ArcadeController(ArcadeContext db, IHits hits, IConfiguration configuration) : ControllerBase
    {
        [HttpPost("coin")]
        public async Task Coin(string page)
        {
            await hits.CountAsync(page);
            await hits.CountAllAsync();
            await hits.CountTodayAsync();
            await hits.CountShardAsync();
            await db.Counters.Where(c => c.Id == "coins").ExecuteUpdateAsync(s => s.SetProperty(c => c.Value, c => c.Value + 1)); // finding SF3012 MEDIUM
        }

        [HttpPost("score/{id:int}")]
        public async Task Score(int id, int points)
        {
            await db.Players.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Score, p => p.Score + points));
        }

        [HttpPost("reset")]
        public async Task Reset()
        {
            await db.Counters.Where(c => c.Id == "coins").ExecuteUpdateAsync(s => s.SetProperty(c => c.Value, 0));
        }

        [HttpPost("tracked")]
        public async Task Tracked()
        {
            var counter = await db.Counters.SingleAsync(c => c.Id == "visits");
            counter.Value++; // finding SF3012 MEDIUM
            await db.SaveChangesAsync();
        }

        [HttpPost("tracked/{id:int}")]
        public async Task TrackedPlayer(int id)
        {
            var player = await db.Players.SingleAsync(p => p.Id == id);
            player.Score++;
            await db.SaveChangesAsync();
        }

        [HttpPost("sql")]
        public async Task Sql(int id)
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("arcade"));
            await connection.ExecuteAsync("UPDATE counters SET value = value + 1 WHERE id = 'coins'"); // finding SF3012 MEDIUM
            await connection.ExecuteAsync("UPDATE players SET score = score + 1 WHERE id = @id", new { id });
            await connection.ExecuteAsync("UPDATE counters SET value = 0 WHERE id = 'coins'");
        }
    }

    // Collected in memory, and added once in a while.
    public class Flusher(IConnectionMultiplexer redis) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                await redis.GetDatabase().StringIncrementAsync("collected", 17);
            }
        }
    }
}
