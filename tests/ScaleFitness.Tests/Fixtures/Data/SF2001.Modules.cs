using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Modules;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ModuleContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddTransient(typeof(IRows<>), typeof(Rows<>));
var app = builder.Build();
app.MapControllers();
app.Run();

// No context names its entities: modules bring them, and start-up registers what derives from Row.
namespace Modules
{
    public abstract class Row
    {
        public long Id { get; set; }
    }

    public class Parcel : Row
    {
        public long CourierId { get; set; }
        public Courier? Courier { get; set; }
        public long DepotId { get; set; }
        public string Status { get; set; } = "";
        public List<Stop> Stops { get; } = [];
    }

    public class Courier : Row
    {
        public string Name { get; set; } = "";
        public long RegionId { get; set; }
    }

    public class Depot : Row
    {
        public string Town { get; set; } = "";
    }

    public class Stop : Row
    {
        public long ParcelId { get; set; }
        public Parcel? Parcel { get; set; }
        public long StreetId { get; set; }
        public string Note { get; set; } = "";
    }

    public class Size : Row
    {
        public string Name { get; set; } = "";
    }

    public class Country : Row
    {
        public string Name { get; set; } = "";
    }

    public interface IRows<T> where T : Row
    {
        IQueryable<T> Query();

        void Add(T row);
    }

    public class Rows<T>(ModuleContext context) : IRows<T> where T : Row
    {
        public IQueryable<T> Query() => context.Set<T>();

        public void Add(T row)
        {
            context.Set<T>().Add(row);
            context.SaveChanges();
        }
    }

    public class ModuleContext(DbContextOptions<ModuleContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            foreach (var type in typeof(Row).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Row))))
                modelBuilder.Entity(type);
            modelBuilder.Entity<Size>().HasData(new Size { Id = 1, Name = "S" });
            modelBuilder.Entity<Country>().HasData(new Country { Id = 1, Name = "Here" });
        }
    }

    [ApiController, Route("parcels")]
    public class ParcelsController(IRows<Parcel> parcels, IRows<Stop> stops, IRows<Size> sizes, IRows<Country> countries) : ControllerBase
    {
        [HttpGet]
        public async Task<List<Parcel>> All() => await parcels.Query().ToListAsync(); // finding SF2001 BLOCKER

        [HttpGet("{id}")]
        public async Task<List<Parcel>> One(long id) => await parcels.Query().Where(p => p.Id == id).ToListAsync();

        [HttpGet("of/{courier}")]
        public async Task<List<Parcel>> OfCourier(long courier) => await parcels.Query().Where(p => p.CourierId == courier).ToListAsync(); // finding SF2001 LOW

        [HttpGet("at/{depot}")]
        public async Task<List<Parcel>> AtDepot(long depot) => await parcels.Query().Where(p => p.DepotId == depot).ToListAsync(); // finding SF2001 LOW: no navigation, and a class with a key of that name

        [HttpGet("status/{status}")]
        public async Task<List<Parcel>> InStatus(string status) => await parcels.Query().Where(p => p.Status == status).ToListAsync(); // finding SF2001 HIGH

        [HttpGet("street/{street}")]
        public async Task<List<Parcel>> ThroughStreet(long street) =>
            await parcels.Query().Where(p => p.Stops.Any(s => s.StreetId == street)).ToListAsync(); // finding SF2001 LOW

        [HttpGet("noted")]
        public async Task<List<Parcel>> Noted(string note) =>
            await parcels.Query().Where(p => p.Stops.Any(s => s.Note == note)).ToListAsync(); // finding SF2001 HIGH

        [HttpGet("stops/{courier}")]
        public async Task<List<Stop>> StopsOf(long courier) => await stops.Query().Where(s => s.Parcel!.CourierId == courier).ToListAsync(); // finding SF2001 LOW

        [HttpGet("stops")]
        public async Task<List<Stop>> StopsIn(string status) => await stops.Query().Where(s => s.Parcel!.Status == status).ToListAsync(); // finding SF2001 HIGH

        [HttpGet("sizes")]
        public async Task<List<Size>> Sizes() => await sizes.Query().ToListAsync(); // finding SF2001 BLOCKER: seeded, and added to

        [HttpPost("sizes")]
        public void Add(Size size) => sizes.Add(size);

        [HttpGet("countries")]
        public async Task<List<Country>> Countries() => await countries.Query().ToListAsync();

        [HttpGet("board")]
        public Dictionary<string, int> Board(string town)
        {
            var shown = parcels.Query().Where(p => p.Status == town);
            return Count(shown); // finding SF2001 HIGH: the query is run in the method that it is handed to
        }

        private static Dictionary<string, int> Count(IQueryable<Parcel> query) =>
            query.Where(p => p.Status != "").ToList().GroupBy(p => p.Status).ToDictionary(g => g.Key, g => g.Count());
    }
}
