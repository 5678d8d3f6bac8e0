using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Hall>(o => o.UseInMemoryDatabase("hall"));
var app = builder.Build();
app.MapGet("/seats", (Hall db) => db.Seats.Take(50).ToListAsync());
app.Run();

// Which entities get the filter is decided while the model is walked: code alone cannot tell.
public class Seat { public int Id { get; set; } public string TenantId { get; set; } = ""; }
public class Hall(DbContextOptions<Hall> options) : DbContext(options)
{
    public string Tenant { get; set; } = "";
    public DbSet<Seat> Seats => Set<Seat>();
    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.FindProperty("TenantId") is not null))
        {
            var row = Expression.Parameter(entity.ClrType);
            model.Entity(entity.ClrType).HasQueryFilter(Expression.Lambda(Expression.Equal(Expression.Property(row, "TenantId"), Expression.Property(Expression.Constant(this), nameof(Tenant))), row));
        }
    }
}
