using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Keyed;

// A model for each tenant: what it captures is that tenant's.
public class TenantInfo { public string Schema { get; set; } = ""; public int Id { get; set; } }
public class Box { public int Id { get; set; } public int TenantId { get; set; } }

public class StoreContext(DbContextOptions<StoreContext> options, TenantInfo tenant) : DbContext(options)
{
    public string Schema => tenant.Schema;
    public DbSet<Box> Boxes => Set<Box>();

    protected override void OnConfiguring(DbContextOptionsBuilder builder) => builder.ReplaceService<IModelCacheKeyFactory, BySchema>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        var id = tenant.Id;
        model.HasDefaultSchema(tenant.Schema);
        model.Entity<Box>().HasQueryFilter(b => b.TenantId == id);
    }
}

public class BySchema : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as StoreContext)?.Schema, designTime);
}

public static class Set
{
    public static void Up(IServiceCollection services) => services.AddScoped<TenantInfo>().AddDbContext<StoreContext>();
}
