using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));

var app = builder.Build();
app.MapPost("/expire", async (DateTime day, ShopDb db) =>
{
    var old = await db.Offers.Where(o => o.Until < day).ToListAsync();
    foreach (var offer in old)
        offer.Expired = true;
    await db.SaveChangesAsync();
});
app.MapPost("/clear", async (ShopDb db) =>
{
    var drafts = await db.Offers.Where(o => o.Draft).ToListAsync();
    db.Offers.RemoveRange(drafts);
    await db.SaveChangesAsync();
});
app.Run();

public class Offer
{
    public int Id { get; set; }
    public DateTime Until { get; set; }
    public bool Expired { get; set; }
    public bool Draft { get; set; }
}

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Offer> Offers => Set<Offer>();
}
