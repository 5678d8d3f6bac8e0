using Gallery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<GalleryDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IPaintings, Paintings>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/paintings", (GalleryDb db) => db.Paintings.OrderBy(p => p.Id).Take(20).ToListAsync()); // finding SF2013 LOW
app.MapGet("/paintings/plain", (GalleryDb db) => db.Paintings.AsNoTracking().OrderBy(p => p.Id).Take(20).ToListAsync());
app.MapGet("/paintings/names", (GalleryDb db) => db.Paintings.OrderBy(p => p.Id).Select(p => p.Name).Take(20).ToListAsync());
app.MapGet("/paintings/count", (GalleryDb db) => db.Paintings.CountAsync(p => p.Sold));
app.MapGet("/paintings/any", (GalleryDb db) => db.Paintings.AnyAsync(p => p.Sold));
app.MapGet("/paintings/key", async (int id, GalleryDb db) => await db.Paintings.FindAsync(id));
app.MapGet("/paintings/seen", async (int id, GalleryDb db) =>
{
    var painting = await db.Paintings.SingleAsync(p => p.Id == id);
    painting.Views++;
    await db.SaveChangesAsync();
    return painting;
});
app.MapPost("/paintings/{id}/sell", async (int id, GalleryDb db) =>
{
    var painting = await db.Paintings.SingleAsync(p => p.Id == id);
    painting.Sold = true;
    await db.SaveChangesAsync();
});
app.MapPost("/paintings/search", (string name, GalleryDb db) => db.Paintings.Where(p => p.Name == name).Take(5).ToListAsync());
app.Run();

namespace Gallery
{
    [Route("api/paintings")]
    public class PaintingsController(IPaintings paintings) : ControllerBase
    {
        [HttpGet("{id}")]
        public async Task<Painting?> Get(int id) => await paintings.GetAsync(id);

        [HttpPut("{id}")]
        public async Task Rename(int id, string name)
        {
            if (await paintings.GetAsync(id) is { } painting)
                await paintings.RenameAsync(painting, name);
        }

        [HttpGet("unsold")]
        public async Task<IReadOnlyList<Painting>> Unsold() => await paintings.UnsoldAsync();
    }

    public interface IPaintings
    {
        Task<Painting?> GetAsync(int id);
        Task<IReadOnlyList<Painting>> UnsoldAsync();
        Task RenameAsync(Painting painting, string name);
    }

    public class Paintings(GalleryDb db) : IPaintings
    {
        // Who saves needs it tracked.
        public Task<Painting?> GetAsync(int id) => db.Paintings.FirstOrDefaultAsync(p => p.Id == id);

        public async Task<IReadOnlyList<Painting>> UnsoldAsync()
        {
            var unsold = db.Paintings.Where(p => !p.Sold);
            return await unsold.OrderBy(p => p.Id).Take(50).ToListAsync(); // finding SF2013 LOW
        }

        public Task RenameAsync(Painting painting, string name)
        {
            painting.Name = name;
            return db.SaveChangesAsync();
        }
    }

    public class GalleryDb(DbContextOptions<GalleryDb> options) : DbContext(options)
    {
        public DbSet<Painting> Paintings => Set<Painting>();
    }

    public class Painting
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public bool Sold { get; set; }
        public int Views { get; set; }
    }
}
