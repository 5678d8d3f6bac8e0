using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry;

// context rows.Colour=30
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<RegistryDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ICars, Cars>();
builder.Services.AddHostedService<Inspection>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/cars/{id}", (int id, RegistryDb db) => db.Cars.FirstOrDefaultAsync(c => c.Id == id));
app.MapGet("/cars/plate", (string plate, RegistryDb db) => db.Cars.FirstOrDefaultAsync(c => c.Plate == plate));
app.MapGet("/cars/chassis", (string chassis, RegistryDb db) => db.Cars.SingleOrDefaultAsync(c => c.Chassis == chassis)); // finding SF2012
app.MapGet("/cars/chassis-exists", (string number, RegistryDb db) => db.Cars.Where(c => c.Chassis == number).AnyAsync());
app.MapGet("/cars/maker-year", (string maker, int year, RegistryDb db) => db.Cars.Where(c => c.Maker == maker && c.Year == year).Take(20).ToListAsync());
app.MapGet("/cars/year", (int year, RegistryDb db) => db.Cars.Where(c => c.Year == year).OrderBy(c => c.Id).Take(20).ToListAsync()); // finding SF2012: the second column of an index
app.MapGet("/cars/owner", (int owner, string note, RegistryDb db) => db.Cars.Where(c => c.OwnerId == owner && c.Note == note).Take(20).ToListAsync());
app.MapGet("/cars/inspector", (int inspector, RegistryDb db) => db.Cars.Where(c => c.InspectorId == inspector).Take(20).ToListAsync()); // finding SF2012: a number that is no foreign key of the model
app.MapGet("/cars/scrapped", (RegistryDb db) => db.Cars.Where(c => c.Scrapped).OrderBy(c => c.Id).Take(20).ToListAsync());
app.MapGet("/cars/fuel", (Fuel fuel, RegistryDb db) => db.Cars.Where(c => c.Fuel == fuel).OrderBy(c => c.Id).Take(20).ToListAsync());
app.MapGet("/cars/deleted", (RegistryDb db) => db.Cars.Where(c => c.Deleted == null).OrderBy(c => c.Id).Take(20).ToListAsync());
app.MapGet("/cars/either", (string text, RegistryDb db) => db.Cars.Where(c => c.Plate == text || c.Town == text).Take(20).ToListAsync()); // finding SF2012: one side of "or" has none
app.MapGet("/cars/through", (string name, RegistryDb db) => db.Cars.Where(c => c.Owner!.Name == name).Take(20).ToListAsync());
app.MapGet("/cars/latest", (RegistryDb db) => db.Cars.OrderByDescending(c => c.Registered).Take(20).ToListAsync()); // finding SF2012: sorted anew for each request
app.MapGet("/cars/newest", (RegistryDb db) => db.Cars.OrderByDescending(c => c.Id).Take(20).ToListAsync());
app.MapGet("/cars/kinds", (RegistryDb db) => db.Cars.Where(c => c.Kind == "lorry").OrderBy(c => c.Id).Take(20).ToListAsync());
app.MapGet("/colours", (string name, RegistryDb db) => db.Colours.SingleAsync(c => c.Name == name));
app.MapGet("/fines", (string file, RegistryDb db) => db.Fines.SingleAsync(f => f.File == file));
app.MapGet("/fines/code", (string code, RegistryDb db) => db.Fines.SingleAsync(f => f.Code == code)); // finding SF2012
app.MapGet("/fines/court", (int court, RegistryDb db) => db.Fines.Where(f => f.CourtNumber == court).Take(20).ToListAsync());
app.MapGet("/fines/clerk", (int clerk, RegistryDb db) => db.Fines.Where(f => f.Clerk == clerk).Take(20).ToListAsync());
app.MapGet("/fines/paid", (DateTime from, RegistryDb db) => db.Fines.Where(f => f.Paid >= from).OrderBy(f => f.Id).Take(20).ToListAsync());
app.Run();

namespace Registry
{
    [Route("api/cars")]
    public class CarsController(ICars cars) : ControllerBase
    {
        [HttpGet]
        public Task<Car?> ByEngine(string engine) => cars.ByEngineAsync(engine);

        [HttpGet("search")]
        public Task<List<Car>> Search(string? town, string? plate) => cars.SearchAsync(town, plate);

        [HttpGet("taxed")]
        public Task<List<Car>> Taxed(DateOnly until) => cars.TaxedAsync(until);
    }

    public interface ICars
    {
        Task<Car?> ByEngineAsync(string engine);
        Task<List<Car>> SearchAsync(string? town, string? plate);
        Task<List<Car>> TaxedAsync(DateOnly until);
    }

    public class Cars(RegistryDb db) : ICars
    {
        public async Task<Car?> ByEngineAsync(string engine) => await With(engine).FirstOrDefaultAsync(); // finding SF2012

        private IQueryable<Car> With(string engine) => db.Cars.AsNoTracking().Where(c => c.Engine == engine && !c.Scrapped);

        public async Task<List<Car>> SearchAsync(string? town, string? plate)
        {
            IQueryable<Car> query = db.Cars.Where(c => c.Plate == plate);
            if (town != null)
                query = query.Where(c => c.Town == town);
            return await query.OrderBy(c => c.Id).Take(50).ToListAsync();
        }

        public Task<List<Car>> TaxedAsync(DateOnly until) => db.Cars.Where(c => c.TaxedUntil < until).OrderBy(c => c.Id).Take(50).ToListAsync(); // finding SF2012
    }

    public class Inspection(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
            var due = DateTime.UtcNow;
            await db.Cars.Where(c => c.InspectionDue < due).OrderBy(c => c.Id).Take(100).ToListAsync(stoppingToken); // finding SF2012 MEDIUM: in the background
        }
    }

    public class RegistryDb(DbContextOptions<RegistryDb> options) : DbContext(options)
    {
        public DbSet<Car> Cars => Set<Car>();
        public DbSet<Owner> Owners => Set<Owner>();
        public DbSet<Colour> Colours => Set<Colour>();
        public DbSet<Fine> Fines => Set<Fine>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegistryDb).Assembly);
            modelBuilder.Entity<Fine>().HasIndex("Clerk");
        }
    }

    public class CarConfiguration : IEntityTypeConfiguration<Car>
    {
        public void Configure(EntityTypeBuilder<Car> builder)
        {
            builder.HasKey(c => c.Id);
            builder.HasIndex(c => new { c.Maker, c.Year });
            builder.HasIndex(c => c.Plate).IsUnique();
        }
    }

    public enum Fuel { Petrol, Diesel, Current }

    public class Car
    {
        public int Id { get; set; }
        public string Plate { get; set; } = "";
        public string Chassis { get; set; } = "";
        public string Engine { get; set; } = "";
        public string Maker { get; set; } = "";
        public string Kind { get; set; } = "";
        public string Town { get; set; } = "";
        public string Note { get; set; } = "";
        public int Year { get; set; }
        public int OwnerId { get; set; }
        public Owner? Owner { get; set; }
        public int InspectorId { get; set; }
        public bool Scrapped { get; set; }
        public Fuel Fuel { get; set; }
        public DateTime Registered { get; set; }
        public DateTime InspectionDue { get; set; }
        public DateOnly TaxedUntil { get; set; }
        public DateTime? Deleted { get; set; }
    }

    public class Owner
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Colour
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    [Index(nameof(File)), Index(nameof(Paid), nameof(Code))]
    public class Fine
    {
        [Key]
        public int Id { get; set; }
        public string File { get; set; } = "";
        public string Code { get; set; } = "";
        public int Clerk { get; set; }
        public DateTime? Paid { get; set; }

        [ForeignKey("Court")]
        public int CourtNumber { get; set; }
    }
}
