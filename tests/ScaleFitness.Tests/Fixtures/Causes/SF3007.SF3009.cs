using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHttpClient();
var app = builder.Build();

app.MapPost("/reminders", async (ShopDb db, HttpClient http) =>
{
    foreach (var customer in await db.Customers.ToListAsync())
        await http.PostAsync("https://mail.example/" + customer.Id, null); // finding SF3007
});

app.Run();

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Customer> Customers { get; set; }
}

public class Customer { public int Id { get; set; } }
