using Choir;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ChoirDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<Diary>();
builder.Services.AddScoped<Shelf>();
var app = builder.Build();

// A filter on one table bounds those that are joined to it by keys, however deep the joins nest.
app.MapGet("/singers/{singer:int}/rehearsals", (int singer, ChoirDb db) =>
    (from r in db.Rehearsals // finding SF2001 LOW
     join m in db.Memberships on r.ChoirId equals m.ChoirId
     join c in db.Choirs on m.ChoirId equals c.Id
     where m.SingerId == singer && m.Status == Status.Active && c.City != ""
     select r).ToListAsync());
app.MapGet("/memberships/{id:int}/singer", (int id, ChoirDb db) =>
    (from s in db.Singers
     join m in db.Memberships on s.Id equals m.SingerId
     join c in db.Choirs on m.ChoirId equals c.Id
     where m.Id == id
     select new { s.Name, Choir = c.Name }).ToListAsync());
app.MapGet("/singers/of", (int[] memberships, ChoirDb db) =>
    db.Singers.Join(db.Memberships, s => s.Id, m => m.SingerId, (s, m) => new { s, m }).Join(db.Choirs, x => x.m.ChoirId, c => c.Id, (x, c) => new { x, c })
        .Where(y => memberships.Contains(y.x.m.Id)).ToListAsync());
app.MapGet("/singers/{singer:int}/scores", (int singer, ChoirDb db) =>
    (from s in db.Scores // finding SF2001 LOW: part of a composite join key comes from outside
     join m in db.Memberships on new { s.ChoirId, SingerId = singer } equals new { ChoirId = (int?)m.ChoirId, m.SingerId }
     where m.Status == Status.Active
     select s).ToListAsync());
app.MapGet("/singers/{singer:int}/attendance", async (int singer, string? hall, ChoirDb db) =>
{
    var rows = from a in db.Attendances
               join r in db.Rehearsals on a.RehearsalId equals r.Id
               join m in db.Memberships on a.MembershipId equals m.Id into mine
               from m in mine.DefaultIfEmpty()
               join c in db.Choirs on r.ChoirId equals c.Id into choirs
               from c in choirs.DefaultIfEmpty()
               select new { a, r, m, c };
    rows = rows.Where(x => x.m.SingerId == singer);
    if (hall != null)
        rows = rows.Where(x => x.r.Hall == hall);
    return await rows.Select(x => new Line { At = x.r.At, Choir = x.c.Name, Present = x.a.Present }).ToListAsync(); // finding SF2001 LOW
});

// The same shapes with nothing that bounds them.
app.MapGet("/choirs/all", (int singer, ChoirDb db) =>
    (from c in db.Choirs // finding SF2001 BLOCKER: every choir stays, with the singer's membership beside it
     join m in db.Memberships on new { ChoirId = c.Id, SingerId = singer } equals new { m.ChoirId, m.SingerId } into mine
     from m in mine.DefaultIfEmpty()
     select new { c.Name, Member = m != null }).ToListAsync());
app.MapGet("/rehearsals/in", (string city, int singer, ChoirDb db) =>
    (from r in db.Rehearsals // finding SF2001 HIGH: one side of an "or" is broad
     join m in db.Memberships on r.ChoirId equals m.ChoirId
     join c in db.Choirs on m.ChoirId equals c.Id
     where m.SingerId == singer || c.City == city
     select r).ToListAsync());
app.MapGet("/rehearsals/maybe", (int? singer, ChoirDb db) =>
    (from r in db.Rehearsals // finding SF2001 HIGH: null asks for all
     join m in db.Memberships on r.ChoirId equals m.ChoirId
     join c in db.Choirs on m.ChoirId equals c.Id
     where (singer == null || m.SingerId == singer) && c.City != ""
     select r).ToListAsync());
app.MapGet("/rehearsals/unled", (ChoirDb db) =>
    (from r in db.Rehearsals // finding SF2001 HIGH: nothing equals null
     join c in db.Choirs on r.ChoirId equals c.Id
     join l in db.Singers on c.LeaderId equals l.Id into leaders
     from l in leaders.DefaultIfEmpty()
     where c.LeaderId == null && c.City != ""
     select r).ToListAsync());

// Two queries in one: the broader one counts.
app.MapGet("/singers/{singer:int}/library", async (int singer, ChoirDb db) =>
{
    var own = db.Scores.Where(s => s.OwnerId == singer);
    var ofChoirs = from s in db.Scores
                   join m in db.Memberships on s.ChoirId equals m.ChoirId
                   where m.SingerId == singer
                   select s;
    return await own.Union(ofChoirs).OrderBy(s => s.Title).ToListAsync(); // finding SF2001 LOW
});
app.MapGet("/singers/{singer:int}/suggestions", (int singer, ChoirDb db) =>
    db.Scores.Where(s => s.OwnerId == singer).Union(db.Scores.Where(s => s.Title.StartsWith("A"))).ToListAsync()); // finding SF2001 HIGH: its second half
app.MapGet("/scores/{id:int}/and-all", (int id, ChoirDb db) =>
    db.Scores.Where(s => s.Id == id).Concat(db.Scores).ToListAsync()); // finding SF2001 BLOCKER: its second half

// Two branches on one condition go together.
app.MapGet("/shelf/{singer:int}", async (int singer, bool shared, Shelf shelf) => await shelf.OfAsync(singer, shared));
app.MapGet("/shelf/{singer:int}/some", async (int singer, bool shared, bool own, Shelf shelf) => await shelf.SomeAsync(singer, shared, own));
app.MapGet("/diary/{singer:int}", (int singer, Diary diary) => diary.OfAsync(singer));
app.MapGet("/diary/halls/{hall}", (string hall, Diary diary) => diary.InAsync(hall));
app.Run();

namespace Choir
{
    // Query objects, as teams write them that share queries between stores.
    public interface IChoirQuery<T>
    {
        IQueryable<T> Run(ChoirDb db);
    }

    public class RehearsalsOfSinger(int singer) : IChoirQuery<Rehearsal>
    {
        private readonly int _singer = singer;

        public IQueryable<Rehearsal> Run(ChoirDb db) =>
            from r in db.Rehearsals
            join c in db.Choirs on r.ChoirId equals c.Id
            join m in db.Memberships on c.Id equals m.ChoirId
            join a in db.Attendances on new { RehearsalId = r.Id, MembershipId = m.Id } equals new { a.RehearsalId, a.MembershipId } into attended
            from a in attended.DefaultIfEmpty()
            where m.SingerId == _singer && m.Status == Status.Active && (a == null ? (bool?)null : a.Present) != false
            select r;
    }

    public class RehearsalsInHall(string hall) : IChoirQuery<Rehearsal>
    {
        private readonly string _hall = hall;

        public IQueryable<Rehearsal> Run(ChoirDb db) =>
            from r in db.Rehearsals
            join c in db.Choirs on r.ChoirId equals c.Id
            join m in db.Memberships on c.Id equals m.ChoirId
            where r.Hall == _hall && m.Status == Status.Active
            select r;
    }

    public class SharedScores(int singer)
    {
        public IQueryable<Score> Run(ChoirDb db) => from s in db.Scores join m in db.Memberships on s.ChoirId equals m.ChoirId where m.SingerId == singer select s;
    }

    public class AllScores
    {
        public IQueryable<Score> Run(ChoirDb db) => db.Scores.Select(s => new Score { Id = s.Id, Title = s.Title, OwnerId = s.OwnerId });
    }

    public class Shelf(ChoirDb db)
    {
        public async Task<List<Score>> OfAsync(int singer, bool shared)
        {
            var scores = shared ? new SharedScores(singer).Run(db) : new AllScores().Run(db);
            if (!shared)
                scores = scores.Where(s => s.OwnerId == singer);
            return await scores.ToListAsync(); // finding SF2001 LOW
        }

        public async Task<List<Score>> SomeAsync(int singer, bool shared, bool own)
        {
            var scores = shared ? new SharedScores(singer).Run(db) : new AllScores().Run(db);
            if (own)
                scores = scores.Where(s => s.OwnerId == singer);
            return await scores.ToListAsync(); // finding SF2001 BLOCKER: neither shared nor own
        }
    }

    public class Diary(ChoirDb db)
    {
        public async Task<List<Rehearsal>> OfAsync(int singer)
        {
            var query = new RehearsalsOfSinger(singer);
            return await query.Run(db).ToListAsync(); // finding SF2001 LOW
        }

        public async Task<List<Rehearsal>> InAsync(string hall) => await new RehearsalsInHall(hall).Run(db).ToListAsync(); // finding SF2001 HIGH
    }

    public enum Status { Waiting, Active, Left }

    public class Singer { public int Id { get; set; } public string Name { get; set; } = ""; }

    public class Choir { public int Id { get; set; } public string Name { get; set; } = ""; public string City { get; set; } = ""; public int? LeaderId { get; set; } public Singer? Leader { get; set; } }

    public class Membership { public int Id { get; set; } public int SingerId { get; set; } public Singer? Singer { get; set; } public int ChoirId { get; set; } public Choir? Choir { get; set; } public Status Status { get; set; } }

    public class Rehearsal { public int Id { get; set; } public int ChoirId { get; set; } public Choir? Choir { get; set; } public DateTime At { get; set; } public string Hall { get; set; } = ""; }

    public class Attendance { public int Id { get; set; } public int RehearsalId { get; set; } public Rehearsal? Rehearsal { get; set; } public int MembershipId { get; set; } public Membership? Membership { get; set; } public bool Present { get; set; } }

    public class Score { public int Id { get; set; } public string Title { get; set; } = ""; public int? ChoirId { get; set; } public Choir? Choir { get; set; } public int? OwnerId { get; set; } public Singer? Owner { get; set; } }

    public class Line { public DateTime At { get; set; } public string? Choir { get; set; } public bool Present { get; set; } }

    public class ChoirDb(DbContextOptions<ChoirDb> options) : DbContext(options)
    {
        public DbSet<Singer> Singers => Set<Singer>();
        public DbSet<Choir> Choirs => Set<Choir>();
        public DbSet<Membership> Memberships => Set<Membership>();
        public DbSet<Rehearsal> Rehearsals => Set<Rehearsal>();
        public DbSet<Attendance> Attendances => Set<Attendance>();
        public DbSet<Score> Scores => Set<Score>();
    }
}
