// composed
using Microsoft.EntityFrameworkCore;

// One context tracks and the other does not, as its own constructor says.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Wines>(o => o.UseInMemoryDatabase("wines"));
builder.Services.AddDbContext<Racks>(o => Reading.Only(o.UseInMemoryDatabase("racks")));
var app = builder.Build();
app.MapGet("/wines", (Wines db) => db.Bottles.Take(20).ToListAsync()); // finding SF2013 LOW
app.MapGet("/wines/names", (Wines db) => db.Bottles.Select(b => b.Name).Take(20).ToListAsync());
app.MapGet("/racks", (Racks db) => db.Shelves.Take(20).ToListAsync());
app.Run();

public static class Reading
{
    public static void Only(DbContextOptionsBuilder options) => options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
}

public sealed class Bottle { public int Id { get; set; } public string Name { get; set; } = ""; }
public sealed class Shelf { public int Id { get; set; } }
public sealed class Wines(DbContextOptions<Wines> options) : DbContext(options) { public DbSet<Bottle> Bottles => Set<Bottle>(); }
public sealed class Racks(DbContextOptions<Racks> options) : DbContext(options) { public DbSet<Shelf> Shelves => Set<Shelf>(); }
