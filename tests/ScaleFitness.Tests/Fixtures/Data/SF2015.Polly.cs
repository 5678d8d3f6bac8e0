using Microsoft.EntityFrameworkCore;
using Polly;
using Resilient;

var builder = WebApplication.CreateBuilder(args);
// What talks to the database runs in a pipeline of Polly's: a strategy of EF Core's would retry the retries.
builder.Services.AddDbContext<ShopContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Shop")));
builder.Services.AddSingleton(new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(10)).Build());
builder.Services.AddScoped<Orders>();
var app = builder.Build();
app.MapGet("/orders", (Orders orders, CancellationToken token) => orders.Count(token));
app.Run();

namespace Resilient
{
    public class Order
    {
        public int Id { get; set; }
    }

    public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();
    }

    public class Orders(ShopContext db, ResiliencePipeline pipeline)
    {
        public async Task<int> Count(CancellationToken token) =>
            await pipeline.ExecuteAsync(async inner => await db.Orders.CountAsync(inner), token);
    }
}
