using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<BoatDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapGet("/boats/names", (BoatDb db) => db.Boats.AsNoTracking().ToList().Select(b => b.Name));
app.Run();

public class Boat
{
    public int Id { get; set; }
    public int Owner { get; set; }
    public string Name { get; set; } = "";
    public string Harbour { get; set; } = "";
    public string Builder { get; set; } = "";
    public int Length { get; set; }
    public int Beam { get; set; }
    public int Built { get; set; }
}

public class BoatDb(DbContextOptions<BoatDb> options) : DbContext(options)
{
    public DbSet<Boat> Boats => Set<Boat>();
}
