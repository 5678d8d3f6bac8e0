using Microsoft.EntityFrameworkCore;
using SqlShop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();

// What SQL brings is another rule's question: its own filter and limit count there.
app.MapGet("/sql", (ShopContext db) => db.Orders.FromSqlRaw("SELECT * FROM orders").ToListAsync());
app.MapGet("/sql/{id}", (ShopContext db, int id) => db.Orders.FromSql($"SELECT * FROM orders WHERE id = {id}").ToListAsync());
app.MapGet("/values", (ShopContext db) => db.Database.SqlQuery<int>($"SELECT id FROM orders LIMIT 5").ToListAsync());
app.MapGet("/linq", (ShopContext db) => db.Orders.ToListAsync()); // finding SF2001 BLOCKER
app.Run();

namespace SqlShop
{
    public class Order
    {
        public int Id { get; set; }
    }

    public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();
    }
}
