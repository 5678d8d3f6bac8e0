// composed
using Microsoft.EntityFrameworkCore;
using Nothing;

var builder = WebApplication.CreateBuilder(args); // finding SF4008 LOW @high: nothing anywhere
builder.Services.AddDbContext<ShelfDb>(o => o.UseNpgsql("Host=nowhere"));
builder.Services.AddHttpClient();
var app = builder.Build();
app.MapGet("/books", (ShelfDb db, CancellationToken token) => db.Books.Take(9).ToListAsync(token));
app.MapGet("/prices", async (IHttpClientFactory clients) => await clients.CreateClient().GetStringAsync("https://prices.example.com/"));
app.MapGet("/name", () => "shelf");
app.Run();

namespace Nothing
{
    public class ShelfDb(DbContextOptions<ShelfDb> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
    }

    public class Book
    {
        public int Id { get; set; }
    }
}
