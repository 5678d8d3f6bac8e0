// composed
using Default;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShelfDb>(o => o.UseNpgsql("Host=nowhere"));
builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(20) });
var app = builder.Build();
app.UseRequestTimeouts();
app.MapGet("/books", (ShelfDb db, CancellationToken token) => db.Books.Take(9).ToListAsync(token));
app.Run();

namespace Default
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
