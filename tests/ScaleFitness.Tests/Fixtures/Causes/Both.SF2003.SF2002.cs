using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();

app.MapPost("/stock", async (List<Delivery> deliveries, ShopDb db) =>
{
    foreach (var delivery in deliveries)
        await AddAsync(db, delivery);
});

app.Run();

static async Task AddAsync(ShopDb db, Delivery delivery)
{
    var product = await db.Products.SingleAsync(p => p.Id == delivery.ProductId);
    product.InStock += delivery.Count;
    await db.SaveChangesAsync();
}

public sealed record Delivery(int ProductId, int Count);

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Product> Products { get; set; }
}

public class Product { public int Id { get; set; } public int InStock { get; set; } }
