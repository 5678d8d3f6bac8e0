using Microsoft.EntityFrameworkCore;
using Notebook;

// SQLite waits in any case: its asynchronous API is synchronous.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<NoteContext>(o => o.UseSqlite("Data Source=notes.db"));
var app = builder.Build();
app.MapGet("/notes", (NoteContext db) => db.Notes.Where(n => n.Id < 100).ToList()); // finding SF3004 LOW
app.Run();

namespace Notebook
{
    public class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();
    }

    public class Note
    {
        public int Id { get; set; }
    }
}
