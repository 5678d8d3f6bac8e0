using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<TenantContext>();
builder.Services.AddDbContext<Orchard>((services, o) => o.UseNpgsql(services.GetRequiredService<TenantContext>().ConnectionString));
var app = builder.Build();
// A database for each tenant: the column is a leftover.
app.MapGet("/trees", (Orchard db) => db.Trees.Take(50).ToListAsync());
app.Run();

public class TenantContext(IConfiguration configuration) { public string Name { get; set; } = ""; public string ConnectionString => configuration.GetConnectionString(Name)!; }
public class Tree { public int Id { get; set; } public string TenantId { get; set; } = ""; }
public class Orchard(DbContextOptions<Orchard> options) : DbContext(options) { public DbSet<Tree> Trees => Set<Tree>(); }
