using Microsoft.EntityFrameworkCore;
using ReadLibrary;

var builder = WebApplication.CreateBuilder(args); // finding SF2018 INFO
builder.Services.AddDbContext<LibraryDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapGet("/books", (LibraryDb db) => db.Books.OrderBy(b => b.Id).Take(20).ToListAsync());
app.MapGet("/books/{id}", (int id, LibraryDb db) => db.Books.SingleAsync(b => b.Id == id));
app.MapGet("/books/any", (LibraryDb db) => db.Books.AnyAsync());
app.MapPost("/books", async (Book book, LibraryDb db) =>
{
    db.Add(book);
    await db.SaveChangesAsync();
});
app.Run();

namespace ReadLibrary
{
    public class LibraryDb(DbContextOptions<LibraryDb> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
    }

    public class Book { public int Id { get; set; } }
}
