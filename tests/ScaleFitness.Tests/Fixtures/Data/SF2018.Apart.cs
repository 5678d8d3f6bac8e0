using Microsoft.EntityFrameworkCore;
using ReadApart;

// Two contexts on two databases, one of which only reads.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<NewsDb>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("News")));
builder.Services.AddDbContext<NewsQueries>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("NewsQueries")));
var app = builder.Build();
app.MapGet("/news", (NewsQueries db) => db.Items.OrderBy(b => b.Id).Take(20).ToListAsync());
app.MapGet("/news/{id}", (int id, NewsQueries db) => db.Items.SingleAsync(b => b.Id == id));
app.MapGet("/news/any", (NewsQueries db) => db.Items.AnyAsync());
app.MapPost("/news", async (Item item, NewsDb db) =>
{
    db.Add(item);
    await db.SaveChangesAsync();
});
app.Run();

namespace ReadApart
{
    public class NewsDb(DbContextOptions<NewsDb> options) : DbContext(options)
    {
        public DbSet<Item> Items => Set<Item>();
    }

    public class NewsQueries(DbContextOptions<NewsQueries> options) : DbContext(options)
    {
        public DbSet<Item> Items => Set<Item>();
    }

    public class Item { public int Id { get; set; } }
}
