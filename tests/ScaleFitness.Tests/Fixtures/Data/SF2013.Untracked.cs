using Microsoft.EntityFrameworkCore;
using Untracked;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Db>(o => o.UseNpgsql("Host=db").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
var app = builder.Build();
app.MapGet("/boats", (Db db) => db.Boats.OrderBy(b => b.Id).Take(20).ToListAsync());
app.Run();

namespace Untracked
{
    public class Db(DbContextOptions<Db> options) : DbContext(options)
    {
        public DbSet<Boat> Boats => Set<Boat>();
    }

    public class Boat { public int Id { get; set; } }
}
