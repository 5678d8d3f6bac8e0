using Microsoft.EntityFrameworkCore;

namespace Choir;

public interface ITenantProvider { int TenantId { get; } }

public class Singer { public int Id { get; set; } public int TenantId { get; set; } }
public class Song { public int Id { get; set; } public int TenantId { get; set; } public int? ParentId { get; set; } }
public class Concert { public int Id { get; set; } public int TenantId { get; set; } }
public class Robe { public int Id { get; set; } public int? TenantId { get; set; } public int Size { get; set; } }

public class ChoirContext : DbContext
{
    private readonly ITenantProvider _tenants;
    private readonly int _tenantId;

    public ChoirContext(DbContextOptions<ChoirContext> options, ITenantProvider tenants)
        : base(options)
    {
        _tenants = tenants;
        _tenantId = tenants.TenantId;
    }

    public DbSet<Singer> Singers => Set<Singer>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        var tenantId = _tenantId;
        var provider = _tenants;
        var smallest = 36;
        model.Entity<Singer>(s =>
        {
            s.HasKey(x => x.Id);
            s.HasQueryFilter(x => tenantId == x.TenantId); // finding SF7008 BLOCKER @medium: a variable
        });
        model.Entity<Song>().HasQueryFilter(s => EF.Property<int>(s, "TenantId") == provider.TenantId); // finding SF7008: the first request's provider
        model.Entity<Concert>().HasQueryFilter(c => c.TenantId == _tenantId);
        model.Entity<Robe>().HasQueryFilter(r => (r.TenantId == null || r.TenantId == _tenants.TenantId) && r.Size > smallest);
    }
}

public static class Endpoints
{
    public static void Map(WebApplication app) => app.MapGet("/singers", (ChoirContext db) => db.Singers.Take(5).ToListAsync());
}
