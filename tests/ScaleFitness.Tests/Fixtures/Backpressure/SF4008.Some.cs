// composed
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Some;

// Policies by name, one by one; whoever has none was forgotten.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ShelfDb>(o => o.UseNpgsql("Host=nowhere"));
builder.Services.AddRequestTimeouts(o => o.AddPolicy("short", TimeSpan.FromSeconds(5)));
var app = builder.Build();
app.UseRequestTimeouts();
app.MapControllers();
app.MapGet("/books", (ShelfDb db, CancellationToken token) => db.Books.Take(9).ToListAsync(token)).WithRequestTimeout("short");
app.MapGet("/authors", (ShelfDb db, CancellationToken token) => db.Books.Take(9).ToListAsync(token)); // finding SF4008 LOW @high
var pages = app.MapGroup("/pages");
pages.WithRequestTimeout(TimeSpan.FromSeconds(9));
pages.MapGet("/", (ShelfDb db, CancellationToken token) => db.Books.Take(9).ToListAsync(token));
app.MapGet("/all", (ShelfDb db) => db.Books.AsAsyncEnumerable());
app.MapGet("/ticker", async (ShelfDb db, HttpContext context) =>
{
    context.Response.ContentType = "text/event-stream";
    await context.Response.WriteAsync($"data: {await db.Books.CountAsync()}\n\n");
});
app.MapGet("/socket", async (ShelfDb db, HttpContext context) =>
{
    using var socket = await context.WebSockets.AcceptWebSocketAsync();
    await db.Books.CountAsync();
});
app.MapGet("/own", async (ShelfDb db, CancellationToken aborted) =>
{
    using var limited = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    limited.CancelAfter(TimeSpan.FromSeconds(3));
    return await db.Books.CountAsync(limited.Token);
});
app.Run();

namespace Some
{
    [ApiController, Route("shelves"), RequestTimeout("short")]
    public class ShelvesController(ShelfDb db) : ControllerBase
    {
        [HttpGet]
        public Task<List<Book>> All() => db.Books.Take(9).ToListAsync();

        [HttpPost, DisableRequestTimeout]
        public Task<int> Add()
        {
            db.Books.Add(new()); // finding SF4008 LOW: switched off
            return db.SaveChangesAsync();
        }
    }

    public class ShelfDb(DbContextOptions<ShelfDb> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
    }

    public class Book
    {
        public int Id { get; set; }
    }
}
