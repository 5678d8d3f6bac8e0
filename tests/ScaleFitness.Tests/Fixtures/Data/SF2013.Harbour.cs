using Harbour;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

// A repository, specifications of the app's own, pages, HttpGet by convention, several ways to read.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddRazorPages();
builder.Services.AddDbContext<HarbourDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
builder.Services.AddScoped<IShips, Ships>();
var app = builder.Build();
app.MapControllers();
app.MapRazorPages();
app.MapMethods("/ships/latest", ["GET"], (HarbourDb db) => db.Ships.OrderByDescending(s => s.Id).Take(3).ToListAsync()); // finding SF2013 LOW
app.MapMethods("/ships/oldest", [HttpMethods.Get, HttpMethods.Head], (HarbourDb db) => db.Ships.OrderBy(s => s.Id).Take(3).ToListAsync()); // finding SF2013 LOW
app.MapMethods("/ships/search", ["GET", "POST"], (HarbourDb db) => db.Ships.OrderBy(s => s.Name).Take(3).ToListAsync());
var api = app.MapGroup("/api");
api.MapGet("/ships/{id:int}", async (int id, HarbourDb db) =>
{
    var ship = await db.Ships.FirstOrDefaultAsync(s => s.Id == id); // finding SF2013 LOW
    return ship is null ? Results.NotFound() : Results.Ok(ship);
});
api.MapGet("/ships/{id:int}/dto", async (int id, HarbourDb db) => await db.Ships.Where(s => s.Id == id).Select(s => new ShipView(s.Id, s.Name)).FirstOrDefaultAsync());
api.MapGet("/ships/{id:int}/mapped", async (int id, HarbourDb db) =>
{
    var ship = await db.Ships.Include(s => s.Berths).SingleAsync(s => s.Id == id); // finding SF2013 LOW
    return new ShipView(ship.Id, ship.Name);
});
api.MapGet("/ships/{id:int}/touch", async (int id, HarbourDb db) =>
{
    await db.Ships.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Seen, true));
    return await db.Ships.AsNoTracking().SingleAsync(s => s.Id == id);
});
api.MapGet("/ships/any", (HarbourDb db) => db.Ships.AllAsync(s => s.Seen));
api.MapGet("/ships/stream", (HarbourDb db) => db.Ships.OrderBy(s => s.Id).Take(50).AsAsyncEnumerable()); // limit SF2013: the serializer runs it
api.MapGet("/ships/fetched", async (HarbourDb db) =>
{
    var names = new List<string>();
    foreach (var ship in db.Ships.Where(s => s.Seen).Take(10)) // finding SF2013 LOW
        names.Add(ship.Name);
    await foreach (var ship in db.Ships.AsNoTracking().Where(s => !s.Seen).Take(10).AsAsyncEnumerable())
        names.Add(ship.Name);
    return names;
});
api.MapGet("/ships/turned-off", async (HarbourDb db) =>
{
    db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
    return await db.Ships.OrderBy(s => s.Id).Take(10).ToListAsync();
});
api.MapGet("/ports", (HarbourDb db) => db.Ports.OrderBy(p => p.Id).Take(10).ToListAsync());
api.MapGet("/berths/{id:int}/save", async (int id, IRepository<Berth> berths) =>
{
    var berth = await berths.OneAsync(b => b.Id == id);
    berth!.Visits++;
    await berths.CommitAsync();
    return berth;
});
app.Run();

namespace Harbour
{
    [Route("harbour")]
    public class HarbourController(IShips ships, IRepository<Ship> repository) : ControllerBase
    {
        [HttpGet]
        public async Task<IReadOnlyList<Ship>> All() => await ships.LastAsync(20);

        [HttpGet("names")]
        public Task<List<string>> Names() => ships.NamesAsync();

        // The repository's method serves those who save, too.
        [HttpGet("{id}")]
        public Task<Ship?> One(int id) => repository.OneAsync(s => s.Id == id);

        [HttpPost("{id}")]
        public async Task Save(int id, string name)
        {
            var ship = await ships.ForUpdateAsync(id);
            ship.Name = name;
            await repository.CommitAsync();
        }

        [HttpHead("{id}")]
        public Task<Ship> Head(int id) => ships.HeadAsync(id);
    }

    public class IndexModel(HarbourDb db) : PageModel
    {
        public List<Ship> Ships { get; private set; } = [];

        public async Task OnGetAsync()
        {
            IQueryable<Ship> query = db.Ships;
            if (Request.Query.ContainsKey("seen"))
                query = query.Where(s => s.Seen);
            Ships = await query.OrderBy(s => s.Name).Take(20).ToListAsync(); // finding SF2013 LOW
        }

        public async Task<IActionResult> OnPostAsync(int id)
        {
            var ship = await db.Ships.SingleAsync(s => s.Id == id);
            ship.Seen = true;
            await db.SaveChangesAsync();
            return RedirectToPage();
        }
    }

    public interface IShips
    {
        Task<IReadOnlyList<Ship>> LastAsync(int count);
        Task<List<string>> NamesAsync();
        Task<Ship> ForUpdateAsync(int id);
        Task<Ship> HeadAsync(int id);
    }

    public sealed class Ships(HarbourDb db) : IShips
    {
        private IQueryable<Ship> Reading => db.Ships.AsNoTracking();

        public async Task<IReadOnlyList<Ship>> LastAsync(int count) => await Reading.OrderByDescending(s => s.Id).Take(count).ToListAsync();

        public async Task<List<string>> NamesAsync()
        {
            var ships = await db.Ships.Where(s => s.Seen).Take(100).ToArrayAsync(); // finding SF2013 LOW
            return [.. ships.Select(s => s.Name)];
        }

        public Task<Ship> ForUpdateAsync(int id) => db.Ships.SingleAsync(s => s.Id == id);

        public Task<Ship> HeadAsync(int id) => Reading.SingleAsync(s => s.Id == id);
    }

    public interface IRepository<T> where T : class
    {
        Task<T?> OneAsync(System.Linq.Expressions.Expression<Func<T, bool>> condition);
        Task CommitAsync();
    }

    public sealed class Repository<T>(HarbourDb db) : IRepository<T> where T : class
    {
        public Task<T?> OneAsync(System.Linq.Expressions.Expression<Func<T, bool>> condition) => db.Set<T>().FirstOrDefaultAsync(condition);

        public Task CommitAsync() => db.SaveChangesAsync();
    }

    public sealed record ShipView(int Id, string Name);

    public class HarbourDb(DbContextOptions<HarbourDb> options) : DbContext(options)
    {
        public DbSet<Ship> Ships => Set<Ship>();
        public DbSet<Berth> Berths => Set<Berth>();

        // Keyless: never tracked.
        public DbSet<Port> Ports => Set<Port>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Port>().HasNoKey();
    }

    public class Ship
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public bool Seen { get; set; }
        public List<Berth> Berths { get; set; } = [];
    }

    public class Berth { public int Id { get; set; } public int ShipId { get; set; } public int Visits { get; set; } }

    public class Port { public int Id { get; set; } }
}
