using Lazy;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<LibraryDb>(o => o.UseNpgsql("Host=db").UseLazyLoadingProxies());
var app = builder.Build();

app.MapGet("/books", (LibraryDb db) =>
{
    var lines = new List<string>();
    foreach (var book in db.Books.ToList())
        lines.Add(book.Title + book.Author!.Name); // finding SF2002 HIGH
    return lines;
});
app.MapGet("/books/linq", async (LibraryDb db) =>
{
    var books = await db.Books.Where(b => b.Lent).ToListAsync();
    return books.Select(b => new { b.Title, Copies = b.Copies.Count }); // finding SF2002 HIGH
});
app.MapGet("/books/include", (LibraryDb db) =>
{
    var lines = new List<string>();
    foreach (var book in db.Books.Include(b => b.Author).ToList())
        lines.Add(book.Title + book.Author!.Name);
    return lines;
});
app.MapGet("/books/projected", (LibraryDb db) => db.Books.Select(b => new { b.Title, b.Author!.Name }).ToList());
app.MapGet("/books/untracked", (LibraryDb db) => db.Books.AsNoTracking().ToList().Select(b => b.Author));
// One book: one query more.
app.MapGet("/books/{id:int}", (int id, LibraryDb db) => db.Books.Single(b => b.Id == id).Author!.Name);
app.MapGet("/books/plain", (LibraryDb db) => db.Books.ToList().Select(b => b.Shelf!.Name)); // the proxy cannot override it

app.Run();

namespace Lazy
{
    public class LibraryDb(DbContextOptions<LibraryDb> options) : DbContext(options)
    {
        public DbSet<Book> Books { get; set; }
        public DbSet<Author> Authors { get; set; }
        public DbSet<Copy> Copies { get; set; }
        public DbSet<Shelf> Shelves { get; set; }
    }

    public class Book
    {
        public int Id { get; set; }
        public string Title { get; set; } = "";
        public bool Lent { get; set; }
        public virtual Author? Author { get; set; }
        public virtual ICollection<Copy> Copies { get; set; } = [];
        public Shelf? Shelf { get; set; }
    }

    public class Author { public int Id { get; set; } public string Name { get; set; } = ""; }
    public class Copy { public int Id { get; set; } public int BookId { get; set; } }
    public class Shelf { public int Id { get; set; } public string Name { get; set; } = ""; }
}
