// composed
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<ICurrentTenant, CurrentTenant>();
builder.Services.AddDbContext<ClinicContext>(o => o.UseInMemoryDatabase("clinic"));
builder.Services.AddScoped<INotes, Notes>();
builder.Services.AddScoped<Letters>();
builder.Services.AddHostedService<Reminders>();
var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    var db = scope.ServiceProvider.GetRequiredService<ClinicContext>();
    if (!db.Invoices.Any())
        db.SaveChanges();
}

// The model filters these, whichever way it says so.
app.MapGet("/patients", (ClinicContext db) => db.Patients.Take(50).ToListAsync());
app.MapGet("/visits", (ClinicContext db) => db.Visits.Take(50).ToListAsync());
app.MapGet("/rooms/{id}", async (ClinicContext db, int id) => await db.Rooms.FindAsync(id));

app.MapGet("/invoices", async (ClinicContext db) =>
{
    var open = await db.Invoices.Where(i => !i.IsPaid).OrderBy(i => i.Id).Take(100).ToListAsync(); // finding SF7001 BLOCKER @high: not filtered
    return open.Select(i => i.Id);
});
app.MapGet("/invoices/count", (ClinicContext db) => db.Invoices.CountAsync(i => i.IsPaid));
app.MapGet("/notes/{id}", (INotes notes, int id) => notes.Find(id));
app.MapGet("/trail", (ClinicContext db) => db.Trails.OrderByDescending(t => t.Id).Take(10).ToListAsync()); // finding SF7001 @high: only the model has the tenant's column

// Every query says whose.
app.MapGet("/appointments", (ClinicContext db, ICurrentTenant tenant) => db.Appointments.Where(a => a.TenantId == tenant.Id).Take(50).ToListAsync());
app.MapGet("/appointments/{id}", (ClinicContext db, ICurrentTenant tenant, int id) => db.Appointments.SingleOrDefaultAsync(a => a.Id == id && a.TenantId == tenant.Id));
app.MapGet("/appointments/late", (ClinicContext db, ICurrentTenant tenant) => db.Appointments.OfTenant(tenant.Id).Where(a => a.Id > 5).CountAsync());
app.MapGet("/letters/{id}", (Letters letters, int id) => letters.Read(id));
app.MapGet("/invoices/{id}/lines", async (ClinicContext db, ICurrentTenant tenant, int id) =>
{
    var invoice = await db.Invoices.FirstOrDefaultAsync(i => i.Id == id && i.TenantId == tenant.Id);
    return invoice is null ? [] : await db.Lines.Where(l => l.InvoiceId == invoice.Id).ToListAsync();
});
app.MapGet("/tariffs", (ClinicContext db) => db.Tariffs.Take(10).ToListAsync());
app.MapPost("/login", async (ClinicContext db, string email) => (await db.Staff.SingleOrDefaultAsync(s => s.Email == email))?.Id);
app.MapGet("/staff/me", (ClinicContext db, HttpContext http) => db.Tasks.Where(t => t.OwnerId == http.User.Identity!.Name).Take(20).ToListAsync());
app.MapGet("/shares", (ClinicContext db) => db.Shares.GroupBy(s => s.TenantId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
app.MapGet("/parcels", (ClinicContext db, ICurrentTenant tenant) => db.Parcels.Where(p => p.Letter!.TenantId == tenant.Id).Take(5).ToListAsync());
app.Run();

public interface ICurrentTenant { string Id { get; } }
public sealed class CurrentTenant(IHttpContextAccessor http) : ICurrentTenant { public string Id => http.HttpContext!.User.FindFirst("tenant")!.Value; }

public interface IOwned { string TenantId { get; set; } }
public abstract class Owned : IOwned { public int Id { get; set; } public string TenantId { get; set; } = ""; }
public sealed class Patient : Owned;
public sealed class Visit : Owned;
public sealed class Room : Owned;
public sealed class Invoice : Owned { public bool IsPaid { get; set; } }
public sealed class Note : Owned { public string Text { get; set; } = ""; }
public sealed class Appointment : Owned;
public sealed class Letter : Owned { public string Text { get; set; } = ""; }
public sealed class Line : Owned { public int InvoiceId { get; set; } }
public sealed class Staff : Owned { public string Email { get; set; } = ""; }
public sealed class Chore : Owned { public string? OwnerId { get; set; } }
public sealed class Share : Owned;
public sealed class Parcel : Owned { public Letter? Letter { get; set; } }
public sealed class Reminder : Owned;
public sealed class Trail { public int Id { get; set; } }
public sealed class Tariff { public int Id { get; set; } }

public sealed class ClinicContext(DbContextOptions<ClinicContext> options, ICurrentTenant tenant) : DbContext(options)
{
    public DbSet<Patient> Patients => Set<Patient>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Line> Lines => Set<Line>();
    public DbSet<Staff> Staff => Set<Staff>();
    public DbSet<Chore> Tasks => Set<Chore>();
    public DbSet<Share> Shares => Set<Share>();
    public DbSet<Parcel> Parcels => Set<Parcel>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Trail> Trails => Set<Trail>();
    public DbSet<Tariff> Tariffs => Set<Tariff>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Patient>().HasQueryFilter(p => p.TenantId == tenant.Id);
        model.Entity<Trail>().Property<string>("TenantId");
        // Filters that code does not show for whom they are: a generic method by reflection, and a lambda put together by hand.
        typeof(ClinicContext).GetMethod(nameof(Keep), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(typeof(Visit)).Invoke(this, [model]);
        var row = System.Linq.Expressions.Expression.Parameter(typeof(Room));
        model.Entity(typeof(Room)).HasQueryFilter(System.Linq.Expressions.Expression.Lambda(
            System.Linq.Expressions.Expression.Equal(System.Linq.Expressions.Expression.Property(row, "TenantId"), System.Linq.Expressions.Expression.Property(System.Linq.Expressions.Expression.Constant(this), nameof(Tenant))), row));
    }

    public string Tenant => tenant.Id;

    private void Keep<T>(ModelBuilder model) where T : class, IOwned => model.Entity<T>().HasQueryFilter(e => e.TenantId == Tenant);
}

public static class TenantQueries
{
    public static IQueryable<T> OfTenant<T>(this IQueryable<T> rows, string tenant) where T : IOwned => rows.Where(r => r.TenantId == tenant);
}

public interface INotes { Task<Note?> Find(int id); }
public sealed class Notes(ClinicContext db) : INotes
{
    public async Task<Note?> Find(int id)
    {
        var note = await db.Notes.FindAsync(id); // finding SF7001 BLOCKER @medium: by its key, whoever's it is
        return note;
    }
}

public sealed class Letters(ClinicContext db, ICurrentTenant tenant)
{
    public async Task<string?> Read(int id)
    {
        var letter = await db.Letters.FindAsync(id);
        return letter is null || letter.TenantId != tenant.Id ? null : letter.Text;
    }
}

public sealed class Reminders(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var scope = scopes.CreateScope();
        await scope.ServiceProvider.GetRequiredService<ClinicContext>().Reminders.Take(10).ToListAsync(stoppingToken);
    }
}
