using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient("mail");
var app = builder.Build();
app.MapPost("/remind", async (ShopDb db, IHttpClientFactory http) =>
{
    foreach (var order in await db.Orders.ToListAsync())
        await http.CreateClient("mail").PostAsJsonAsync("/send", order.Id);
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
