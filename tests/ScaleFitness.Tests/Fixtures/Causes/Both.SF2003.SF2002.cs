using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapPost("/totals", async (int[] ids, ShopDb db) =>
{
    foreach (var id in ids)
    {
        db.Orders.Add(new Order { Total = id });
        await db.SaveChangesAsync();
    }
});
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
