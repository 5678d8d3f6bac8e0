using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapGet("/search", async (string text, ShopDb db) => await db.Orders.Where(o => o.City.Contains(text)).OrderBy(o => o.Id).Take(20).ToListAsync());
app.Run();

public class Order
{
    public int Id { get; set; }
    public string City { get; set; } = "";
    public decimal Total { get; set; }
}

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
