using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trips;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<TripDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ITripRepository, TripRepository>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/trips/{id}", (int id, TripDb db) => db.Trips.Include(t => t.Legs).Include(t => t.Travellers).FirstOrDefaultAsync(t => t.Id == id)); // finding SF2006
app.MapGet("/trips/{id}/split", (int id, TripDb db) => db.Trips.Include(t => t.Legs).Include(t => t.Travellers).AsSplitQuery().FirstOrDefaultAsync(t => t.Id == id));
app.MapGet("/trips/{id}/references", (int id, TripDb db) => db.Trips.Include(t => t.Agent).Include(t => t.Legs).FirstOrDefaultAsync(t => t.Id == id));
app.MapGet("/trips/{id}/deep", (int id, TripDb db) => db.Trips.Include(t => t.Legs).ThenInclude(l => l.Stops).FirstOrDefaultAsync(t => t.Id == id));
app.MapGet("/trips/{id}/below", (int id, TripDb db) => db.Trips // finding SF2006: both below a leg
    .Include(t => t.Legs).ThenInclude(l => l.Stops)
    .Include(t => t.Legs).ThenInclude(l => l.Delays)
    .FirstOrDefaultAsync(t => t.Id == id));
app.MapGet("/trips/{id}/text", (int id, TripDb db) => db.Trips.Include("Legs").Include("Travellers").SingleAsync(t => t.Id == id)); // finding SF2006
app.MapGet("/trips/{id}/filtered", (int id, TripDb db) => db.Trips.Include(t => t.Legs.Where(l => l.Km > 3)).Include(t => t.Travellers.OrderBy(p => p.Id)).SingleAsync(t => t.Id == id)); // finding SF2006
app.MapGet("/trips/{id}/projected", (int id, TripDb db) => db.Trips.Include(t => t.Legs).Include(t => t.Travellers).Where(t => t.Id == id).Select(t => new { t.Id, Legs = t.Legs.Count }).SingleAsync());
app.MapGet("/trips/{id}/exists", (int id, TripDb db) => db.Trips.Include(t => t.Legs).Include(t => t.Travellers).AnyAsync(t => t.Id == id));
app.MapGet("/trips/{id}/repeated", (int id, TripDb db) => db.Trips.Include(t => t.Legs).Include(t => t.Legs).ThenInclude(l => l.Stops).SingleAsync(t => t.Id == id));
app.MapGet("/hotels/{id}", (int id, TripDb db) => db.Hotels.SingleAsync(h => h.Id == id)); // finding SF2006: an auto-included and an owned collection
app.MapGet("/hotels/{id}/bare", (int id, TripDb db) => db.Hotels.IgnoreAutoIncludes().SingleAsync(h => h.Id == id));
app.MapGet("/hotels/names", (TripDb db) => db.Hotels.OrderBy(h => h.Id).Select(h => h.Name).Take(10).ToListAsync());
app.MapGet("/agents/{id}", (int id, TripDb db) => db.Agents.Include(a => a.Trips).SingleAsync(a => a.Id == id));
app.Run();

namespace Trips
{
    [Route("api/trips")]
    public class TripsController(ITripRepository trips) : ControllerBase
    {
        [HttpGet("{id}")]
        public async Task<Trip?> Get(int id) => await trips.GetAsync(id);

        [HttpGet("latest")]
        public async Task<List<Trip>> Latest() => await trips.LatestAsync();
    }

    public interface ITripRepository
    {
        Task<Trip?> GetAsync(int id);
        Task<List<Trip>> LatestAsync();
    }

    public class TripRepository(TripDb db) : ITripRepository
    {
        public Task<Trip?> GetAsync(int id) => WithAll(db.Trips).FirstOrDefaultAsync(t => t.Id == id);

        public async Task<List<Trip>> LatestAsync() => await WithAll(db.Trips).OrderByDescending(t => t.Id).Take(10).ToListAsync();

        private static IQueryable<Trip> WithAll(IQueryable<Trip> trips) => trips.Include(t => t.Agent).Include(t => t.Legs).Include(t => t.Travellers); // finding SF2006: once, for two that run it
    }

    public class TripDb(DbContextOptions<TripDb> options) : DbContext(options)
    {
        public DbSet<Trip> Trips => Set<Trip>();
        public DbSet<Agent> Agents => Set<Agent>();
        public DbSet<Hotel> Hotels => Set<Hotel>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Hotel>(hotel =>
            {
                hotel.Navigation(h => h.Rooms).AutoInclude();
                hotel.OwnsMany(h => h.Phones);
            });
            modelBuilder.Entity<Agent>().OwnsMany(a => a.Notes, notes => notes.ToJson());
        }
    }

    public class Trip
    {
        public int Id { get; set; }
        public Agent? Agent { get; set; }
        public List<Leg> Legs { get; set; } = [];
        public ICollection<Traveller> Travellers { get; } = new List<Traveller>();
    }

    public class Leg
    {
        public int Id { get; set; }
        public int Km { get; set; }
        public List<Stop> Stops { get; set; } = [];
        public List<Delay> Delays { get; set; } = [];
    }

    public class Stop { public int Id { get; set; } }

    public class Delay { public int Id { get; set; } }

    public class Traveller { public int Id { get; set; } }

    public class Agent
    {
        public int Id { get; set; }
        public List<Trip> Trips { get; set; } = [];
        public List<Remark> Notes { get; set; } = [];
    }

    public class Hotel
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public List<Room> Rooms { get; set; } = [];
        public List<Phone> Phones { get; set; } = [];
    }

    public class Room { public int Id { get; set; } }

    public class Phone { public string Number { get; set; } = ""; }

    public class Remark { public string Text { get; set; } = ""; }
}
