// composed
using Microsoft.EntityFrameworkCore;

// One context splits its queries, the other does not; what is brought along only the model says.
var builder = WebApplication.CreateBuilder(args);
var splitting = (QuerySplittingBehavior)Enum.Parse(typeof(QuerySplittingBehavior), "SplitQuery");
builder.Services.AddDbContext<Maps>(o => o.UseNpgsql("Host=db.internal", n => n.UseQuerySplittingBehavior(splitting)));
builder.Services.AddDbContext<Routes>(o => o.UseNpgsql("Host=db.internal"));
var app = builder.Build();
app.MapGet("/maps/{id}", (Maps db, int id) => db.Sheets.Include(s => s.Towns).Include(s => s.Rivers).SingleAsync(s => s.Id == id));
app.MapGet("/routes/{id}", (Routes db, int id) => db.Ways.Include(w => w.Stops).Include(w => w.Signs).SingleAsync(w => w.Id == id)); // finding SF2006 MEDIUM
app.MapGet("/tours/{id}", (Routes db, int id) => db.Tours.SingleAsync(t => t.Id == id)); // finding SF2006: both always come along
app.MapGet("/walks/{id}", (Routes db, int id) => db.Walks.Include(w => w.Steps).SingleAsync(w => w.Id == id));
app.Run();

public sealed class Town { public int Id { get; set; } }
public sealed class River { public int Id { get; set; } }
public sealed class Sheet { public int Id { get; set; } public List<Town> Towns { get; } = []; public List<River> Rivers { get; } = []; }
public sealed class Stop { public int Id { get; set; } }
public sealed class Sign { public int Id { get; set; } }
public sealed class Way { public int Id { get; set; } public List<Stop> Stops { get; } = []; public List<Sign> Signs { get; } = []; }
public sealed class Halt { public int Id { get; set; } }
public sealed class View { public int Id { get; set; } }
public sealed class Tour { public int Id { get; set; } public List<Halt> Halts { get; } = []; public List<View> Views { get; } = []; }
public sealed class Step { public int Id { get; set; } }
public sealed class Note { public string Text { get; set; } = ""; }
public sealed class Walk { public int Id { get; set; } public List<Step> Steps { get; } = []; public List<Note> Notes { get; } = []; }

public sealed class Maps(DbContextOptions<Maps> options) : DbContext(options) { public DbSet<Sheet> Sheets => Set<Sheet>(); }

public sealed class Routes(DbContextOptions<Routes> options) : DbContext(options)
{
    public DbSet<Way> Ways => Set<Way>();
    public DbSet<Tour> Tours => Set<Tour>();
    public DbSet<Walk> Walks => Set<Walk>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        // Stored in the walk's own row.
        model.Entity<Walk>(w => w.OwnsMany(x => x.Notes, n => n.ToJson()));
        foreach (var navigation in model.Entity<Tour>().Metadata.GetNavigations())
            navigation.SetIsEagerLoaded(true);
    }
}
