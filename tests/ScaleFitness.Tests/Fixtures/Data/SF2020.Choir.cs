using Choir;
using Microsoft.EntityFrameworkCore;

// Members that leave: whatever is changed on the way out goes with the row.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ChoirDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped(typeof(IStore<>), typeof(Store<>));
var app = builder.Build();
app.MapDelete("/members/{id}", async (int id, ChoirDb db) =>
{
    var member = await db.Members.SingleAsync(m => m.Id == id);
    member.Voice = null;
    db.Members.Remove(member);
    await db.SaveChangesAsync();
});
app.MapPut("/voices/{id}", async (int id, int[] kept, ChoirDb db, IStore<Part> parts) =>
{
    var voice = await db.Voices.Include(v => v.Parts).SingleAsync(v => v.Id == id);
    foreach (var part in voice.Parts.Where(p => !kept.Contains(p.Id)))
    {
        part.Voice = null;
        parts.Remove(part);
    }

    await db.SaveChangesAsync();
});
app.MapPost("/guests/{id}/visits", async (int id, bool last, ChoirDb db) =>
{
    var guest = await db.Guests.SingleAsync(g => g.Id == id);
    guest.Visits++; // finding SF2020
    if (last)
        db.Remove(guest);
    await db.SaveChangesAsync();
});
app.MapPost("/songs/{id}/sung", async (int id, ChoirDb db) =>
{
    var song = await db.Songs.SingleAsync(s => s.Id == id);
    var old = await db.Songs.SingleAsync(s => s.Id == id - 1);
    song.Times++; // finding SF2020
    db.Remove(old);
    await db.SaveChangesAsync();
});
app.Run();

namespace Choir
{
    public interface IStore<T>
    {
        void Remove(T entity);
    }

    public class Store<T>(ChoirDb db) : IStore<T> where T : class
    {
        public void Remove(T entity) => db.Set<T>().Remove(entity);
    }

    public class ChoirDb(DbContextOptions<ChoirDb> options) : DbContext(options)
    {
        public DbSet<Member> Members => Set<Member>();
        public DbSet<Voice> Voices => Set<Voice>();
        public DbSet<Part> Parts => Set<Part>();
        public DbSet<Guest> Guests => Set<Guest>();
        public DbSet<Song> Songs => Set<Song>();
    }

    public class Member
    {
        public int Id { get; set; }
        public Voice? Voice { get; set; }
    }

    public class Voice
    {
        public int Id { get; set; }
        public List<Part> Parts { get; set; } = [];
    }

    public class Part
    {
        public int Id { get; set; }
        public Voice? Voice { get; set; }
    }

    public class Guest
    {
        public int Id { get; set; }
        public int Visits { get; set; }
    }

    public class Song
    {
        public int Id { get; set; }
        public int Times { get; set; }
    }
}
