using MassTransit;
using Microsoft.EntityFrameworkCore;
using Outboxed;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql("Host=db"));
builder.Services.AddMassTransit(x => x.AddEntityFrameworkOutbox<ShopContext>());
var app = builder.Build();

// The library writes the message into the same transaction and sends it after the commit.
app.MapPost("/orders", async (ShopContext db, IPublishEndpoint bus) =>
{
    await using var transaction = await db.Database.BeginTransactionAsync();
    await bus.Publish(new Placed());
    await db.SaveChangesAsync();
    await transaction.CommitAsync();
});
app.MapPost("/paid", async (ShopContext db, IPublishEndpoint bus, HttpClient http) =>
{
    await using var transaction = await db.Database.BeginTransactionAsync();
    await bus.Publish(new Placed());
    await http.GetStringAsync("https://pay.example"); // finding SF2011 HIGH
    await db.SaveChangesAsync();
    await transaction.CommitAsync();
});
app.Run();

namespace Outboxed
{
    public class Placed;

    public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);

    public static class Bus
    {
        public static void AddMassTransit(this IServiceCollection services, Action<Setup> configure) => configure(new());
    }

    public class Setup
    {
        public void AddEntityFrameworkOutbox<T>() { }
    }
}
