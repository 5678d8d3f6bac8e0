using Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// Pages that show every shelf, and pick one of them on the way.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<LibraryDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapControllers();
app.MapGet("/books/page", async (LibraryDb db, int id) =>
{
    var books = await db.Books.Where(b => b.Lent).ToListAsync();
    return new Page { Current = books.FirstOrDefault(b => b.Id == id), All = books };
});
app.MapGet("/books/marked", async (LibraryDb db, int id) =>
{
    var books = await db.Books.Where(b => b.Lent).ToListAsync();
    var current = books.Find(b => b.Id == id);
    if (current is not null)
        current.Title += " *";
    return books;
});
app.MapGet("/books/printed", (LibraryDb db) =>
{
    var books = db.Books.ToList();
    var lent = books.Count(b => b.Lent);
    foreach (var book in books)
        Console.WriteLine(book.Title + lent);
});
app.MapGet("/books/mapped", async (LibraryDb db, int id) =>
{
    var books = await db.Books.ToListAsync();
    var current = books.Select(b => b.Title).FirstOrDefault(t => t == "");
    var titles = books.Select(b => b.Title + current).ToList();
    return titles;
});
app.MapGet("/books/either", async (LibraryDb db, string? word) =>
{
    var books = await db.Books.ToListAsync();
    if (word is null)
        return books;
    return books.Where(b => b.Title.Contains(word)).ToList(); // finding SF2005
});
app.MapGet("/books/steps", async (LibraryDb db, string word) =>
{
    var books = await db.Books.ToListAsync();
    var titles = books.Select(b => b.Title);
    return titles.Where(t => t.Contains(word)).ToList(); // finding SF2005
});
app.MapGet("/books/counted", async (LibraryDb db) =>
{
    var books = await db.Books.ToListAsync();
    Console.WriteLine(books.Count);
    return books.OrderBy(b => b.Title).Take(5).ToList(); // finding SF2005
});
app.MapGet("/books/two", async (LibraryDb db) =>
{
    var books = await db.Books.ToListAsync();
    var lent = books.Where(b => b.Lent).Take(3).ToList(); // finding SF2005
    var rest = books.Where(b => !b.Lent).Take(3).ToList();
    return lent.Concat(rest);
});
app.Run();

namespace Library
{
    [Route("library")]
    public class LibraryController(LibraryDb db) : ControllerBase
    {
        [HttpGet]
        public IActionResult Index(int id)
        {
            var books = db.Books.ToList();
            ViewCurrent(books.SingleOrDefault(b => b.Id == id));
            return Ok(books);
        }

        [HttpGet("search")]
        public IActionResult Search(string? word)
        {
            var books = db.Books.ToList();
            return string.IsNullOrEmpty(word) ? Ok(books) : Ok(books.Where(b => b.Title.Contains(word))); // finding SF2005
        }

        private void ViewCurrent(Book? book) => Response.Headers["current"] = book?.Title;
    }

    public class Page
    {
        public Book? Current { get; set; }
        public List<Book> All { get; set; } = [];
    }

    public class LibraryDb(DbContextOptions<LibraryDb> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
    }

    public class Book
    {
        public int Id { get; set; }
        public string Title { get; set; } = "";
        public bool Lent { get; set; }
    }
}
