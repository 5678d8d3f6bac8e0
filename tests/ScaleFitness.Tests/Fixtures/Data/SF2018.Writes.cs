using Microsoft.EntityFrameworkCore;
using Writes;

// It writes as much as it reads.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<MeterDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/meters", (MeterDb db) => db.Meters.OrderBy(b => b.Id).Take(20).ToListAsync());
app.MapGet("/meters/{id}", (int id, MeterDb db) => db.Meters.SingleAsync(b => b.Id == id));
app.MapPut("/meters/{id}", (int id, MeterDb db) => db.Meters.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Value, 3)));
app.MapDelete("/meters/{id}", (int id, MeterDb db) => db.Meters.Where(m => m.Id == id).ExecuteDeleteAsync());
app.Run();

namespace Writes
{
    public class MeterDb(DbContextOptions<MeterDb> options) : DbContext(options)
    {
        public DbSet<Meter> Meters => Set<Meter>();
    }

    public class Meter
    {
        public int Id { get; set; }
        public int Value { get; set; }
    }
}
