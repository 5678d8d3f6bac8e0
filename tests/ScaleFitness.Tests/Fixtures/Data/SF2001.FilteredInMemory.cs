using FilteredInMemory;
using Microsoft.EntityFrameworkCore;

// What is filtered in memory right behind the load has another cure, and another rule tells it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<Db>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/open", (Db db) => db.Orders.ToList().Where(o => o.Open));
app.MapGet("/count", async (Db db) => (await db.Orders.ToListAsync()).Count(o => o.Open));
app.MapGet("/sorted", (Db db) => db.Orders.AsEnumerable().OrderBy(o => o.Id).ToList());
app.MapGet("/mapped", async (Db db) => (await db.Orders.ToListAsync()).Select(o => o.Id)); // finding SF2001 BLOCKER: nothing is thrown away
app.Run();

namespace FilteredInMemory
{
    public class Db(DbContextOptions<Db> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();
    }

    public class Order
    {
        public int Id { get; set; }
        public bool Open { get; set; }
    }
}
