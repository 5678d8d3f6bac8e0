// composed
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<Tenant>();
builder.Services.AddScoped<Whose>();
builder.Services.AddSingleton<AmbientTenant>();
builder.Services.AddDbContext<Agency>(o => o.UseInMemoryDatabase("agency"));
var app = builder.Build();
app.MapGet("/flats", (Agency db) => db.Flats.Take(10).ToListAsync());
app.Run();

public sealed class Tenant(IHttpContextAccessor http) { public string Id => http.HttpContext?.User.FindFirst("tenant")?.Value ?? "none"; }
// Set by a middleware, once for each request.
public sealed class Whose { public string Id { get; set; } = "none"; }
public sealed class AmbientTenant { private static readonly AsyncLocal<string?> Current = new(); public string? Id => Current.Value; public static string? Now => Current.Value; }

public abstract class Owned { public int Id { get; set; } public string TenantId { get; set; } = ""; public bool IsDeleted { get; set; } }
public sealed class Flat : Owned;
public sealed class House : Owned;
public sealed class Offer : Owned;
public sealed class Bid : Owned;
public sealed class Lease : Owned;
public sealed class Rent : Owned;
public sealed class Key : Owned;
public sealed class Visit : Owned;
public sealed class Agent : Owned;
public sealed class Street : Owned;
public sealed class Town : Owned;
public sealed class Photo : Owned;

public sealed class Agency(DbContextOptions<Agency> options, Tenant tenant, Whose whose, AmbientTenant ambient, IHttpContextAccessor http) : DbContext(options)
{
    public DbSet<Flat> Flats => Set<Flat>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        var id = tenant.Id;
        var ambientOne = ambient;
        var self = this;
        var horizon = DateTime.UtcNow;
        var accessor = http;
        model.Entity<Flat>().HasQueryFilter(f => f.TenantId == id); // finding SF7008 BLOCKER @high: the tenant who came first
        model.Entity<House>().HasQueryFilter(h => h.TenantId == tenant.Id);
        model.ApplyConfiguration(new OfferConfiguration(whose));
        model.ApplyConfiguration(new BidConfiguration(tenant));
        model.Entity<Lease>().HasQueryFilter(l => !l.IsDeleted && l.TenantId == self.Mine());
        model.Entity<Key>().HasQueryFilter(k => k.TenantId == ambientOne.Id);
        model.Entity<Visit>().HasQueryFilter(v => !v.IsDeleted);
        model.Entity<Agent>().HasQueryFilter(a => a.TenantId == AmbientTenant.Now);
        model.Entity<Street>().HasQueryFilter(s => s.TenantId == accessor.HttpContext!.TraceIdentifier);
        Func<string> ask = () => tenant.Id;
        model.Entity<Rent>().HasQueryFilter(r => r.TenantId == ask());
        Keep<Town>(model, tenant.Id);
        Keep<Photo>(model, tenant.Id);
    }

    public string Mine() => tenant.Id;

    private static void Keep<T>(ModelBuilder model, string whose) where T : Owned =>
        model.Entity<T>().HasQueryFilter("tenant", e => e.TenantId == whose); // finding SF7008 @high: for two entities at once
}

public sealed class BidConfiguration(Tenant tenant) : IEntityTypeConfiguration<Bid>
{
    // The first request's object, which looks at whatever request there is.
    public void Configure(EntityTypeBuilder<Bid> builder) => builder.HasQueryFilter(b => b.TenantId == tenant.Id);
}

public sealed class OfferConfiguration(Whose whose) : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder) =>
        builder.HasQueryFilter(o => o.TenantId == whose.Id); // finding SF7008 @high: the first request's object is asked for ever
}
