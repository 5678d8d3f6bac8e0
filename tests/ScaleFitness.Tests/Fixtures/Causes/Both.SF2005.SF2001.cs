using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapGet("/large", (ShopDb db) => db.Orders.ToList().Where(o => o.Total > 1000));
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
