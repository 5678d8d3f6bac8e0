using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Museum;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContextFactory<MuseumDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IPricing, Pricing>();
builder.Services.AddHostedService<Expiry>();
var app = builder.Build();
app.MapControllers();
app.MapDelete("/tickets/old", async (MuseumDb db) =>
{
    var old = await db.Tickets.Where(t => t.Used).ToListAsync();
    db.Tickets.RemoveRange(old); // finding SF2016 MEDIUM
    await db.SaveChangesAsync();
});
app.MapDelete("/tickets/unseen", (MuseumDb db) =>
{
    db.RemoveRange(db.Tickets.Where(t => t.Used)); // finding SF2016 MEDIUM: the context takes them, too
    db.SaveChanges();
});
app.MapDelete("/tickets/set", (MuseumDb db) => db.Tickets.Where(t => t.Used).ExecuteDeleteAsync());
app.MapDelete("/visitors/{id:int}/tickets", async (int id, MuseumDb db) =>
{
    // One visitor's tickets.
    db.Tickets.RemoveRange(await db.Tickets.Where(t => t.VisitorId == id).ToListAsync());
    await db.SaveChangesAsync();
});
app.MapDelete("/tickets/some", async (MuseumDb db) =>
{
    db.Tickets.RemoveRange(await db.Tickets.Where(t => t.Used).OrderBy(t => t.Id).Take(1000).ToListAsync());
    await db.SaveChangesAsync();
});
app.Run();

namespace Museum
{
    [ApiController, Route("exhibits")]
    public class ExhibitsController(MuseumDb db, IPricing pricing, HttpClient http) : ControllerBase
    {
        [HttpPost("hide")]
        public async Task Hide()
        {
            var exhibits = await db.Exhibits.Where(e => e.Broken).ToListAsync();
            foreach (var exhibit in exhibits)
                exhibit.Hidden = true; // finding SF2016 MEDIUM
            await db.SaveChangesAsync();
        }

        [HttpPost("raise")]
        public void Raise(decimal factor)
        {
            foreach (var exhibit in db.Exhibits)
            {
                exhibit.Price *= factor; // finding SF2016 MEDIUM
                exhibit.Changed = DateTime.UtcNow;
            }

            Save();
        }

        [HttpPost("archive")]
        public async Task Archive()
        {
            await foreach (var exhibit in db.Exhibits.Where(e => e.Hidden).AsAsyncEnumerable())
                db.Archive.Add(new Archived { Id = exhibit.Id, Name = exhibit.Name }); // finding SF2016 MEDIUM: insert … select
            await db.SaveChangesAsync();
        }

        [HttpPost("remove")]
        public async Task Remove()
        {
            foreach (var exhibit in await db.Exhibits.Where(e => e.Hidden).ToListAsync())
                db.Exhibits.Remove(exhibit); // finding SF2016 MEDIUM
            await db.SaveChangesAsync();
        }

        [HttpPost("price")]
        public async Task Price()
        {
            // The app computes each: no statement could.
            foreach (var exhibit in await db.Exhibits.ToListAsync())
                exhibit.Price = pricing.Of(exhibit);
            await db.SaveChangesAsync();
        }

        [HttpPost("rate")]
        public async Task Rate()
        {
            foreach (var exhibit in await db.Exhibits.ToListAsync())
                exhibit.Name = await http.GetStringAsync("https://names.example/" + exhibit.Id);
            await db.SaveChangesAsync();
        }

        [HttpPost("mine")]
        public async Task Mine(List<int> ids)
        {
            // The request's own list.
            foreach (var id in ids)
                db.Exhibits.Remove(new Exhibit { Id = id });
            await db.SaveChangesAsync();
        }

        [HttpGet("shown")]
        public async Task<List<Exhibit>> Shown()
        {
            // Changed to be shown, never saved.
            var exhibits = await db.Exhibits.AsNoTracking().ToListAsync();
            foreach (var exhibit in exhibits)
                exhibit.Name = exhibit.Name.ToUpperInvariant();
            return exhibits;
        }

        [HttpPost("each")]
        public async Task Each()
        {
            foreach (var exhibit in await db.Exhibits.ToListAsync())
            {
                // A save in a loop is another rule's.
                exhibit.Hidden = false;
                await db.SaveChangesAsync();
            }
        }

        [HttpPost("rooms")]
        public async Task Rooms()
        {
// context rows.Room=30
            foreach (var room in await db.Rooms.ToListAsync())
                room.Open = true;
            await db.SaveChangesAsync();
        }

        private void Save() => db.SaveChanges();
    }

    public interface IPricing
    {
        decimal Of(Exhibit exhibit);
    }

    public sealed class Pricing : IPricing
    {
        public decimal Of(Exhibit exhibit) => exhibit.Broken ? 0 : 5 + exhibit.Id % 3;
    }

    public sealed class Expiry(IDbContextFactory<MuseumDb> contexts) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                var tickets = await db.Tickets.Where(t => t.Valid < DateTime.UtcNow).ToListAsync(stoppingToken);
                tickets.ForEach(t => t.Used = true); // limit SF2016: changes in a lambda are not looked at
                foreach (var ticket in tickets)
                    ticket.Expired = true; // finding SF2016 LOW
                await db.SaveChangesAsync(stoppingToken);
            }
        }
    }

    public class MuseumDb(DbContextOptions<MuseumDb> options) : DbContext(options)
    {
        public DbSet<Exhibit> Exhibits { get; set; }
        public DbSet<Archived> Archive { get; set; }
        public DbSet<Ticket> Tickets { get; set; }
        public DbSet<Visitor> Visitors { get; set; }
        public DbSet<Room> Rooms { get; set; }
    }

    public class Exhibit { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } public bool Broken { get; set; } public bool Hidden { get; set; } public DateTime Changed { get; set; } }
    public class Archived { public int Id { get; set; } public string Name { get; set; } = ""; }
    public class Ticket { public int Id { get; set; } public int VisitorId { get; set; } public bool Used { get; set; } public bool Expired { get; set; } public DateTime Valid { get; set; } }
    public class Visitor { public int Id { get; set; } }
    public class Room { public int Id { get; set; } public bool Open { get; set; } }
}
