using Microsoft.EntityFrameworkCore;
using Theatre;

// Queries over two tables: a key on either side leaves the rows of one parent.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<TheatreDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/plays/{id}/seats", (int id, TheatreDb db) => (from s in db.Shows.Where(s => s.PlayId == id) from t in db.Tickets.Where(t => t.ShowId == s.Id) select t.Seat).ToList()); // finding SF2001 LOW: of one parent
app.MapGet("/guests/{id}/shows", (int id, TheatreDb db) => db.Shows.SelectMany(s => s.Tickets.Where(t => t.GuestId == id)).Select(t => t.Show).ToListAsync()); // finding SF2001 LOW: of one parent
app.MapGet("/guests/{id}/seats", (int id, TheatreDb db) => (from s in db.Shows from t in db.Tickets.Where(t => t.ShowId == s.Id && t.GuestId == id) select t.Seat).ToList()); // finding SF2001 LOW: of one parent
app.MapGet("/guests/{id}/tickets", (int id, TheatreDb db) => (from t in db.Tickets join g in db.Guests.Where(g => g.Id == id) on t.GuestId equals g.Id select t).ToListAsync()); // finding SF2001 LOW: of one parent
app.MapGet("/guests/some", (int[] ids, TheatreDb db) =>
{
    var some = db.Guests.Where(g => ids.Contains(g.Id));
    return (from t in db.Tickets join g in some on t.GuestId equals g.Id select t).ToListAsync(); // finding SF2001 LOW: of a list of parents
});
app.MapGet("/plays/{id}/shows", (int id, TheatreDb db) => (from t in db.Tickets join s in db.Shows.Where(s => s.PlayId == id) on t.ShowId equals s.Id select t.Seat).ToList()); // finding SF2001 LOW: of one parent
app.MapGet("/guests/{id}/sold-out", (int id, TheatreDb db) => (from s in db.Shows from t in db.Tickets.Where(t => t.ShowId == s.Id && t.GuestId == id) where s.SoldOut select t).ToList()); // finding SF2001 LOW: of one parent
app.MapGet("/seats", (TheatreDb db) => (from s in db.Shows from t in db.Tickets.Where(t => t.ShowId == s.Id) select t.Seat).ToList()); // finding SF2001 BLOCKER: only joined
app.MapGet("/tickets", (TheatreDb db) => (from t in db.Tickets join g in db.Guests on t.GuestId equals g.Id select t).ToList()); // finding SF2001 BLOCKER: only joined
app.MapGet("/tickets/vip", (TheatreDb db) => (from t in db.Tickets join g in db.Guests.Where(g => g.Vip) on t.GuestId equals g.Id select t).ToList()); // finding SF2001 BLOCKER: only a flag
app.MapGet("/shows/{id}/left", (int id, TheatreDb db) => (from s in db.Shows from t in db.Tickets.Where(t => t.ShowId == s.Id && t.GuestId == id).DefaultIfEmpty() select s).ToList()); // finding SF2001 BLOCKER: every show stays
app.MapGet("/shows/{id}/group", (int id, TheatreDb db) => (from t in db.Tickets join g in db.Guests.Where(g => g.Id == id) on t.GuestId equals g.Id into guests select t).ToList()); // finding SF2001 BLOCKER: every ticket stays
app.MapGet("/tickets/row", (int id, TheatreDb db) => (from t in db.Tickets join g in db.Guests.Where(g => g.Id == id) on t.Seat equals g.Name select t).ToList()); // finding SF2001 BLOCKER: joined by no key
app.MapGet("/tickets/or", (int id, bool all, TheatreDb db) => db.Shows.SelectMany(s => s.Tickets.Where(t => all || t.GuestId == id)).ToList()); // finding SF2001 BLOCKER: only in one case
app.Run();

namespace Theatre
{
    public class TheatreDb(DbContextOptions<TheatreDb> options) : DbContext(options)
    {
        public DbSet<Show> Shows => Set<Show>();
        public DbSet<Ticket> Tickets => Set<Ticket>();
        public DbSet<Guest> Guests => Set<Guest>();
        public DbSet<Play> Plays => Set<Play>();
    }

    public class Play
    {
        public int Id { get; set; }
    }

    public class Show
    {
        public int Id { get; set; }
        public int PlayId { get; set; }
        public Play? Play { get; set; }
        public bool SoldOut { get; set; }
        public List<Ticket> Tickets { get; set; } = [];
    }

    public class Ticket
    {
        public int Id { get; set; }
        public int ShowId { get; set; }
        public Show? Show { get; set; }
        public int GuestId { get; set; }
        public Guest? Guest { get; set; }
        public string Seat { get; set; } = "";
    }

    public class Guest
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public bool Vip { get; set; }
    }
}
