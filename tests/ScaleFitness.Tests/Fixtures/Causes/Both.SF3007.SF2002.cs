using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient();
var app = builder.Build();

app.MapGet("/rates", async (ShopDb db, HttpClient http) =>
{
    var rates = new List<string>();
    foreach (var id in await db.Products.Where(p => p.Sold).Select(p => p.Id).ToListAsync())
        rates.Add(await RateAsync(db, http, id));
    return rates;
});

app.Run();

static async Task<string> RateAsync(ShopDb db, HttpClient http, int id)
{
    var name = await db.Products.Where(p => p.Id == id).Select(p => p.Name).SingleAsync();
    return await http.GetStringAsync("https://rates.example/" + name);
}

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Product> Products { get; set; }
}

public class Product { public int Id { get; set; } public string Name { get; set; } = ""; public bool Sold { get; set; } }
