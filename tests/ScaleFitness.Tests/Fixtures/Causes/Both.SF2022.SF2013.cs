using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<CoinDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapGet("/coins/{id}/mint", async (int id, CoinDb db) => (await db.Coins.SingleAsync(c => c.Id == id)).Mint);
app.Run();

public class Coin
{
    public int Id { get; set; }
    public int Owner { get; set; }
    public string Mint { get; set; } = "";
    public string Country { get; set; } = "";
    public string Alloy { get; set; } = "";
    public int Year { get; set; }
    public int Value { get; set; }
    public int Weight { get; set; }
}

public class CoinDb(DbContextOptions<CoinDb> options) : DbContext(options)
{
    public DbSet<Coin> Coins => Set<Coin>();
}
