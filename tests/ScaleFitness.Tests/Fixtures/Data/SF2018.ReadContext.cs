using Microsoft.EntityFrameworkCore;
using ReadContext;

// One connection string today, and a context for reads that can have another tomorrow.
var builder = WebApplication.CreateBuilder(args);
var connection = builder.Configuration.GetConnectionString("Songs");
builder.Services.AddDbContext<SongsDb>(o => o.UseNpgsql(connection));
builder.Services.AddDbContext<SongsReadDb>(o => o.UseNpgsql(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
var app = builder.Build();
app.MapGet("/songs", (SongsReadDb db) => db.Songs.OrderBy(b => b.Id).Take(20).ToListAsync());
app.MapGet("/songs/{id}", (int id, SongsReadDb db) => db.Songs.SingleAsync(b => b.Id == id));
app.MapGet("/songs/any", (SongsReadDb db) => db.Songs.AnyAsync());
app.MapPost("/songs", async (Song song, SongsDb db) =>
{
    db.Add(song);
    await db.SaveChangesAsync();
});
app.Run();

namespace ReadContext
{
    public class SongsDb(DbContextOptions<SongsDb> options) : DbContext(options)
    {
        public DbSet<Song> Songs => Set<Song>();
    }

    public class SongsReadDb(DbContextOptions<SongsReadDb> options) : DbContext(options)
    {
        public DbSet<Song> Songs => Set<Song>();
    }

    public class Song { public int Id { get; set; } }
}
