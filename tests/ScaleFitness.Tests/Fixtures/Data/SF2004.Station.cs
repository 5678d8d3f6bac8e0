using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using MongoDB.Driver;
using Station;

// Totals for pagers, statistics, checks of quotas; through repositories, properties and base classes.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<StationDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IStore<>), typeof(Store<>));
builder.Services.AddScoped<Statistics>();
builder.Services.AddSingleton(new MongoClient("mongodb://db").GetDatabase("station").GetCollection<Signal>("signals"));
builder.Services.AddMemoryCache();
var app = builder.Build();
app.MapControllers();
app.MapGet("/trains/count", async (IStore<Train> trains) => await trains.CountAsync());
app.MapGet("/trains/of/{line:int}", async (int line, IStore<Train> trains) => await trains.CountAsync(t => t.LineId == line));
app.MapGet("/delays", (StationDb db) => db.Trains.GroupBy(t => t.LineId).Select(g => new { g.Key, Sum = g.Sum(t => t.Delay) }).Take(10).ToListAsync());
app.MapGet("/delays/max", (StationDb db) => db.Trains.Max(t => t.Delay)); // finding SF2004
app.MapGet("/delays/of", (StationDb db) => db.Lines.Where(l => l.Id == 3).SelectMany(l => l.Trains).SumAsync(t => t.Delay));
app.MapGet("/trains/distinct", (StationDb db) => db.Trains.Select(t => t.Operator).Distinct().CountAsync()); // finding SF2004: every row is read for it
app.MapGet("/signals", (IMongoCollection<Signal> signals) => signals.AsQueryable().Count()); // finding SF2004
app.MapGet("/trains/first", async (StationDb db) => await db.Trains.CountAsync() == 0 ? Results.NotFound() : Results.Ok()); // finding SF2004
app.MapGet("/trains/none", async (StationDb db) => await db.Trains.AnyAsync() ? Results.Ok() : Results.NotFound());
app.MapGet("/trains/sub", (StationDb db) => db.Lines.Where(l => l.Id == 1).Select(l => new { l.Id, Count = db.Trains.Count(t => t.LineId == l.Id) }).ToListAsync());
app.MapGet("/trains/tagged", (StationDb db) => db.Trains.TagWith("stats").Include(t => t.Line).AsNoTracking().LongCountAsync()); // finding SF2004
app.MapGet("/trains/cached", (Statistics statistics) => statistics.TotalAsync());
app.MapGet("/trains/newest", (Statistics statistics) => statistics.Newest);
app.Run();

namespace Station
{
    public abstract class ListController<T>(StationDb db) : ControllerBase where T : class
    {
        [HttpGet("total")]
        public async Task<int> Total() => await Rows(db).CountAsync(); // limit SF2004: which table only the derived controller knows

        protected abstract IQueryable<T> Rows(StationDb db);
    }

    [Route("trains")]
    public class TrainsController(StationDb db) : ListController<Train>(db)
    {
        protected override IQueryable<Train> Rows(StationDb db) => db.Trains;
    }

    [Route("lines")]
    public class LinesController(StationDb db) : ControllerBase
    {
        [HttpGet("pages")]
        public async Task<IActionResult> Pages(string? search)
        {
            var lines = db.Lines.AsQueryable();
            if (!string.IsNullOrEmpty(search))
                lines = lines.Where(l => l.Name == search);
            var count = await lines.CountAsync(); // finding SF2004: where nothing is searched for
            return Ok(new { count, rows = await lines.OrderBy(l => l.Id).Take(10).ToListAsync() });
        }

        [HttpGet("closed")]
        public Task<int> Closed() => db.Lines.CountAsync(l => l.Closed);

        [HttpGet("averages")]
        public Task<double> Average()
        {
            return Task.FromResult(Lengths().Average()); // finding SF2004

            IQueryable<int> Lengths() => from line in db.Lines select line.Length;
        }
    }

    public interface IStore<T>
    {
        Task<int> CountAsync();
        Task<int> CountAsync(System.Linq.Expressions.Expression<Func<T, bool>> condition);
    }

    public sealed class Store<T>(StationDb db) : IStore<T> where T : class
    {
        public Task<int> CountAsync() => db.Set<T>().CountAsync(); // finding SF2004

        public Task<int> CountAsync(System.Linq.Expressions.Expression<Func<T, bool>> condition) => db.Set<T>().Where(condition).CountAsync();
    }

    public sealed class Statistics(StationDb db, IMemoryCache cache)
    {
        // Read once in a while.
        public Task<int> TotalAsync() => cache.GetOrCreateAsync("total", entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10);
            return db.Trains.CountAsync();
        });

        public int Newest => db.Trains.Max(t => t.Id);
    }

    public class StationDb(DbContextOptions<StationDb> options) : DbContext(options)
    {
        public DbSet<Train> Trains => Set<Train>();
        public DbSet<Line> Lines => Set<Line>();
    }

    public class Train
    {
        public int Id { get; set; }
        public int LineId { get; set; }
        public Line? Line { get; set; }
        public int Delay { get; set; }
        public string Operator { get; set; } = "";
    }

    public class Line
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public int Length { get; set; }
        public bool Closed { get; set; }
        public List<Train> Trains { get; set; } = [];
    }

    public class Signal { public int Id { get; set; } }
}
