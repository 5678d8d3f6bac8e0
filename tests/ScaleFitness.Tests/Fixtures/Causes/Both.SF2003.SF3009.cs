using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();

app.MapPost("/products/renumber", async (ShopDb db) =>
{
    foreach (var product in await db.Products.ToListAsync())
    {
        product.Number = "N" + product.Id;
        await db.SaveChangesAsync();
    }
});

app.Run();

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Product> Products { get; set; }
}

public class Product { public int Id { get; set; } public string Number { get; set; } = ""; }
