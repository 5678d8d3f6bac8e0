using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MongoDB.Driver;
using Npgsql;
using Radio;
using StackExchange.Redis;

// Counters in filters, hubs' services, batches, documents, and rows of a table of settings.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers(o => o.Filters.Add<CountingFilter>());
builder.Services.AddDbContext<RadioDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect("redis"));
builder.Services.AddScoped(p => p.GetRequiredService<IConnectionMultiplexer>().GetDatabase());
builder.Services.AddSingleton(new MongoClient("mongodb://db").GetDatabase("radio").GetCollection<Tally>("tallies"));
builder.Services.AddScoped<ICounters, Counters>();
builder.Services.AddScoped<Numbers>();
var app = builder.Build();
app.MapControllers();
app.MapPost("/listen/{station}", async (string station, ICounters counters) =>
{
    await counters.CountAsync(Keys.Listens); // finding SF3012 MEDIUM
    await counters.CountAsync(Keys.Of(station));
    await counters.CountRegionAsync();
});
app.MapPost("/vote", (IDatabase redis) => redis.HashIncrementAsync("votes", "all")); // finding SF3012 MEDIUM
app.MapPost("/vote/{song:int}", (int song, IDatabase redis) => redis.HashIncrementAsync("votes", song));
app.MapPost("/tally", (IMongoCollection<Tally> tallies) => tallies.UpdateOneAsync(Builders<Tally>.Filter.Eq(t => t.Id, "all"), Builders<Tally>.Update.Inc(t => t.Count, 1))); // finding SF3012 MEDIUM
app.MapPost("/tally/{id}", (string id, IMongoCollection<Tally> tallies) => tallies.UpdateOneAsync(Builders<Tally>.Filter.Eq(t => t.Id, id), Builders<Tally>.Update.Inc(t => t.Count, 1)));
app.MapPost("/tally/both", (IMongoCollection<Tally> tallies) => tallies.FindOneAndUpdateAsync(t => t.Id == "all", Builders<Tally>.Update.Set(t => t.Id, "all").Inc(t => t.Count, 1))); // finding SF3012 MEDIUM
app.MapPost("/tally/{id}/both", (string id, IMongoCollection<Tally> tallies) => tallies.UpdateOneAsync(t => t.Id == id, Builders<Tally>.Update.Set(t => t.Id, "all").Inc(t => t.Count, 1)));
app.MapPost("/tally/rename", (IMongoCollection<Tally> tallies) => tallies.UpdateOneAsync(Builders<Tally>.Filter.Eq(t => t.Id, "all"), Builders<Tally>.Update.Set(t => t.Count, 0)));
app.MapPost("/number", (Numbers numbers) => numbers.NextAsync());
app.Run();

namespace Radio
{
    public static class Keys
    {
        public const string Listens = "listens";

        public static string Of(string station) => $"listens:{station}";
    }

    public interface ICounters
    {
        Task CountAsync(string key);
        Task CountRegionAsync();
    }

    public sealed class Counters(IDatabase redis) : ICounters
    {
        // The key is the callers': one of them always has the same.
        public Task CountAsync(string key) => redis.StringIncrementAsync(key);

        public Task CountRegionAsync() => redis.StringIncrementAsync($"region:{Environment.MachineName}");
    }

    public sealed class CountingFilter(IDatabase redis) : Microsoft.AspNetCore.Mvc.Filters.IAsyncActionFilter
    {
        public async Task OnActionExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.ActionExecutionDelegate next)
        {
            var batch = redis.Multiplexer().CreateBatch();
            var count = batch.StringIncrementAsync("actions", 1, CommandFlags.FireAndForget); // finding SF3012 MEDIUM
            batch.Execute();
            await next();
            await count;
        }
    }

    public static class Databases
    {
        public static IDatabase Multiplexer(this IDatabase database) => database;
    }

    // Numbers of invoices from one row.
    public sealed class Numbers(RadioDb db)
    {
        public async Task<long> NextAsync()
        {
            var sequence = await db.Sequences.FirstAsync(s => s.Name == "invoice");
            sequence.Last += 1; // finding SF3012 MEDIUM
            await db.SaveChangesAsync();
            return sequence.Last;
        }
    }

    [Route("stations")]
    public class StationsController(RadioDb db, IConfiguration configuration) : ControllerBase
    {
        [HttpPost("sql")]
        public async Task<int> Raw()
        {
            return await db.Database.ExecuteSqlRawAsync("UPDATE sequences SET last = last + 1 WHERE name = 'listener'"); // finding SF3012 MEDIUM
        }

        [HttpPost("sql/{name}")]
        public async Task<int> OfName(string name) => await db.Database.ExecuteSqlAsync($"UPDATE sequences SET last = last + 1 WHERE name = {name}");

        [HttpPost("command")]
        public async Task Command()
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("radio"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("UPDATE sequences SET last = last + 1 WHERE name = 'command'", connection);
            await command.ExecuteNonQueryAsync(); // finding SF3012 MEDIUM
        }

        [HttpPost("all")]
        public Task Everything() => db.Stations.ExecuteUpdateAsync(s => s.SetProperty(x => x.Plays, x => x.Plays + 1));

        [HttpPost("first")]
        public async Task First()
        {
            var counter = await db.Sequences.FindAsync("first");
            counter!.Last++; // finding SF3012 MEDIUM
            await db.SaveChangesAsync();
        }

        // The station's own counter.
        [HttpPost("{id:int}/play")]
        public async Task Play(int id)
        {
            var station = await db.Stations.FindAsync(id);
            station!.Plays++;
            await db.SaveChangesAsync();
        }

        // A status, and no count.
        [HttpPost("{id:int}/close")]
        public Task Close(int id) => db.Stations.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Plays, 0));
    }

    public sealed class Tally
    {
        public string Id { get; set; } = "";
        public long Count { get; set; }
    }

    public class RadioDb(DbContextOptions<RadioDb> options) : DbContext(options)
    {
        public DbSet<Sequence> Sequences => Set<Sequence>();
        public DbSet<Station> Stations => Set<Station>();
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Sequence>().HasKey(s => s.Name);
    }

    public class Sequence { public string Name { get; set; } = ""; public long Last { get; set; } }

    public class Station { public int Id { get; set; } public int Plays { get; set; } }
}
