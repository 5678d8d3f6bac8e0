using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddSingleton<Numbers>();
var app = builder.Build();
app.MapPost("/numbers", (Numbers numbers, ShopDb db) => numbers.NextAsync(db));
app.Run();

public class Numbers
{
    private static readonly SemaphoreSlim One = new(1, 1);

    public async Task<int> NextAsync(ShopDb db)
    {
        await One.WaitAsync();
        try
        {
            return await db.Orders.MaxAsync(o => o.Id) + 1;
        }
        finally
        {
            One.Release();
        }
    }
}

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
