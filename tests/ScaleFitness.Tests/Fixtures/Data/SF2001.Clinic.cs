using Clinic;
using Microsoft.EntityFrameworkCore;
using X.PagedList.EF;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<ClinicDb>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Clinic")));
builder.Services.AddScoped<IPatientDirectory, PatientDirectory>();
builder.Services.AddScoped<VisitReport>();

var app = builder.Build();

app.MapGet("/patients", (IPatientDirectory directory) => directory.EverybodyAsync());
app.MapGet("/patients/page", (IPatientDirectory directory, int page) => directory.PageAsync(page));
app.MapGet("/patients/archive", (IPatientDirectory directory) => directory.Archive().Take(25).ToListAsync());
app.MapGet("/patients/archive/all", (IPatientDirectory directory) => directory.Archive().ToListAsync()); // finding SF2001 HIGH
app.MapGet("/visits", async (ClinicDb db) => await db.Visits.OrderBy(v => v.At).ToListAsync()); // finding SF2001 BLOCKER
app.MapGet("/visits/queryable", (ClinicDb db) => db.Visits.AsNoTracking()); // finding SF2001 BLOCKER: the framework enumerates it
app.MapGet("/visits/results", (ClinicDb db) =>
{
    var visits = db.Visits.Where(v => v.Cancelled);
    return Results.Ok(visits); // finding SF2001 HIGH: the framework enumerates it
});
app.MapGet("/visits/latest", (ClinicDb db) => db.Visits.OrderByDescending(v => v.At).Take(10));
app.MapGet("/visits/page/{n:int}", (ClinicDb db, int n) => db.Visits.OrderBy(v => v.Id).Paged(n).ToListAsync());
app.MapGet("/visits/paged-list/{n:int}", (ClinicDb db, int n) => db.Visits.OrderBy(v => v.Id).ToPagedListAsync(n, 25));
app.MapGet("/visits/recent", (ClinicDb db) => db.Visits.Recent().ToListAsync()); // finding SF2001 HIGH: the extension only filters
app.MapGet("/visits/report", (VisitReport report, DateTime day) => report.ForDayAsync(day));
app.MapGet("/visits/today", Today);
app.MapGet("/visits/handler", VisitEndpoints.ListAsync);
app.MapGet("/visits/factory", async (IDbContextFactory<ClinicDb> contexts) =>
{
    await using var db = await contexts.CreateDbContextAsync();
    var visits = await db.Set<Visit>().Include(v => v.Patient).ToListAsync(); // finding SF2001 BLOCKER
    return visits.Select(v => v.Patient!.Name);
});
app.MapGet("/rooms", (ClinicDb db) =>
{
    IEnumerable<string> Names()
    {
        foreach (var room in db.Rooms) // finding SF2001 BLOCKER: in an iterator inside an endpoint
            yield return room.Name;
    }

    return Names();
});
app.MapGet("/rooms/free", (ClinicDb db) => Free(db));
app.MapGet("/rooms/kinds", (ClinicDb db) => db.Rooms.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
app.MapGet("/memory", () => new[] { 3, 1, 2 }.AsQueryable().Where(n => n > 1).ToList());

app.Run();

static async Task<IResult> Today(ClinicDb db)
{
    var today = await db.Visits.Where(v => v.At >= DateTime.Today).ToListAsync(); // finding SF2001 HIGH
    return Results.Ok(today);
}

static List<Room> Free(ClinicDb db) => db.Rooms.Where(r => r.Free).ToList(); // finding SF2001 HIGH

namespace Clinic
{
    public static class VisitEndpoints
    {
        public static async Task<IResult> ListAsync(ClinicDb db, CancellationToken token)
        {
            try
            {
                return Results.Ok(await db.Visits.ToListAsync(token)); // finding SF2001 BLOCKER
            }
            catch (OperationCanceledException)
            {
                return Results.StatusCode(499);
            }
        }
    }

    public static class ClinicQueries
    {
        // The bound is two calls down.
        public static IQueryable<T> Paged<T>(this IQueryable<T> query, int number) => query.Window(number * 30, 30);

        private static IQueryable<T> Window<T>(this IQueryable<T> query, int skip, int size) => query.Skip(skip).Take(size);

        public static IQueryable<Visit> Recent(this IQueryable<Visit> visits)
        {
            var since = DateTime.UtcNow.AddDays(-30);
            return visits.Where(v => v.At > since);
        }
    }

    public interface IPatientDirectory
    {
        Task<IReadOnlyList<Patient>> EverybodyAsync();
        Task<IReadOnlyList<Patient>> PageAsync(int page);
        IQueryable<Patient> Archive();
    }

    public sealed class PatientDirectory(ClinicDb db) : IPatientDirectory
    {
        public async Task<IReadOnlyList<Patient>> EverybodyAsync()
        {
            var everybody = db.Patients.Include(p => p.Visits).AsSplitQuery();
            return await everybody.ToListAsync().ConfigureAwait(false); // finding SF2001 BLOCKER
        }

        public async Task<IReadOnlyList<Patient>> PageAsync(int page) =>
            await db.Patients.OrderBy(p => p.Id).Paged(page).ToListAsync();

        public IQueryable<Patient> Archive() => db.Patients.Where(p => p.Archived);
    }

    // Nothing registers this one: no request can reach it.
    public sealed class WholePatientDirectory(ClinicDb db) : IPatientDirectory
    {
        public async Task<IReadOnlyList<Patient>> EverybodyAsync() => await db.Patients.ToArrayAsync();

        public async Task<IReadOnlyList<Patient>> PageAsync(int page) => await db.Patients.ToListAsync();

        public IQueryable<Patient> Archive() => db.Patients;
    }

    public sealed class VisitReport(IDbContextFactory<ClinicDb> contexts)
    {
        public async Task<object> ForDayAsync(DateTime day)
        {
            await using var db = await contexts.CreateDbContextAsync();
            var byRoom = await Select(db, day).ToLookupAsync(v => v.RoomId); // finding SF2001 HIGH: the query comes from a method below
            return byRoom.Select(group => new { Room = group.Key, Visits = group.Count() });
        }

        private static IQueryable<Visit> Select(ClinicDb db, DateTime day)
        {
            return Between(db.Visits, day.Date, day.Date.AddDays(1));

            static IQueryable<Visit> Between(IQueryable<Visit> visits, DateTime from, DateTime to) =>
                visits.Where(v => v.At >= from).Where(v => v.At < to);
        }
    }

    internal static class LookupExtensions
    {
        // Materialises what it is given: the caller decides how much that is.
        public static async Task<ILookup<TKey, T>> ToLookupAsync<T, TKey>(this IQueryable<T> query, Func<T, TKey> key) =>
            (await query.ToListAsync()).ToLookup(key);
    }

    public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options)
    {
        public DbSet<Patient> Patients { get; set; }
        public DbSet<Visit> Visits { get; set; }
        public DbSet<Room> Rooms { get; set; }
    }

    public class Patient
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = "";
        public bool Archived { get; set; }
        public ICollection<Visit> Visits { get; } = [];
    }

    public class Visit
    {
        public long Id { get; set; }
        public DateTime At { get; set; }
        public bool Cancelled { get; set; }
        public int RoomId { get; set; }
        public Patient? Patient { get; set; }
    }

    public enum RoomKind { Exam, Surgery, Office }

    public class Room
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public bool Free { get; set; }
        public RoomKind Kind { get; set; }
    }
}
