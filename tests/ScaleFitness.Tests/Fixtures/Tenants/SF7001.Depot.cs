using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Depot;

public interface ITenantContext { Guid TenantId { get; } }

public class Crate { public int Id { get; set; } public Guid TenantId { get; set; } public string Label { get; set; } = ""; public bool IsSealed { get; set; } }
public class Pallet { public int Id { get; set; } public Guid TenantId { get; set; } }
public class Driver { public int Id { get; set; } public Guid TenantId { get; set; } public string Name { get; set; } = ""; }
public class Gate { public int Id { get; set; } public Guid TenantId { get; set; } public bool IsOpen { get; set; } }
public class Seal { public int Id { get; set; } public Guid TenantId { get; set; } }
public class Country { public int Id { get; set; } public string Name { get; set; } = ""; }

public class DepotContext(DbContextOptions<DepotContext> options, ITenantContext tenant) : DbContext(options)
{
    private readonly Guid _tenantId = tenant.TenantId;

    public DbSet<Crate> Crates => Set<Crate>();
    public DbSet<Pallet> Pallets => Set<Pallet>();
    public DbSet<Driver> Drivers => Set<Driver>();
    public DbSet<Gate> Gates => Set<Gate>();
    public DbSet<Seal> Seals => Set<Seal>();
    public DbSet<Country> Countries => Set<Country>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Pallet>().HasQueryFilter(p => p.TenantId == _tenantId);
        model.Entity<Gate>().HasQueryFilter(g => g.IsOpen);
        model.ApplyConfiguration(new DriverConfiguration(this));
    }

    public Guid Current => _tenantId;
}

public class DriverConfiguration(DepotContext context) : IEntityTypeConfiguration<Driver>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Driver> builder) =>
        builder.HasQueryFilter(d => context.Current == d.TenantId);
}

[ApiController, Route("depot")]
public class DepotController(DepotContext db, ITenantContext tenant) : ControllerBase
{
    [HttpGet("crates")]
    public async Task<List<string>> Crates(string label)
    {
        var query = db.Crates.AsNoTracking();
        if (label.Length > 0)
            query = query.Where(c => c.Label == label);
        return await query.Select(c => c.Label).Take(100).ToListAsync(); // finding SF7001 BLOCKER @medium: no filter, no condition
    }

    [HttpGet("crates/{id}")]
    public Crate? One(int id) => db.Crates.FirstOrDefault(c => c.Id == id);

    [HttpGet("crates/mine")]
    public int Mine() => db.Crates.Count(c => c.TenantId == tenant.TenantId && c.IsSealed);

    [HttpGet("pallets")]
    public Task<List<Pallet>> Pallets() => db.Pallets.Take(20).ToListAsync();

    [HttpGet("drivers")]
    public Task<List<Driver>> Drivers() => db.Drivers.Take(20).ToListAsync();

    [HttpGet("gates")]
    public Task<int> Gates() => db.Gates.CountAsync(); // finding SF7001 BLOCKER: its filter says nothing of tenants

    [HttpGet("seals/{id}")]
    public Seal? Sealed(int id) => db.Seals.Find(id); // finding SF7001 BLOCKER @low: from code, by its key

    [HttpGet("countries")]
    public Task<List<Country>> Countries() => db.Countries.Take(300).ToListAsync();
}
