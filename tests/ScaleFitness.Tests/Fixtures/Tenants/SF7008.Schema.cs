using Microsoft.EntityFrameworkCore;

namespace Schemas;

public interface ITenantAccessor { string Name { get; } }

public class Parcel { public int Id { get; set; } }

public class PostContext(DbContextOptions<PostContext> options, ITenantAccessor accessor) : DbContext(options)
{
    private readonly string _schema = $"t_{accessor.Name}";

    public DbSet<Parcel> Parcels => Set<Parcel>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(_schema); // finding SF7008 BLOCKER @medium: one model for all schemas
        model.Entity<Parcel>().ToTable("parcels");
    }
}

// The same schema for everybody, wherever its name comes from.
public class StampContext(DbContextOptions<StampContext> options, IConfiguration configuration) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema(configuration["Schema"]);
}

public class LabelContext(DbContextOptions<LabelContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema("labels");
}

public static class Set
{
    public static void Up(IServiceCollection services) => services.AddScoped<ITenantAccessor, HeaderTenant>().AddDbContext<PostContext>();
}

public class HeaderTenant(IHttpContextAccessor http) : ITenantAccessor { public string Name => http.HttpContext!.Request.Headers["X-Tenant"]!; }
