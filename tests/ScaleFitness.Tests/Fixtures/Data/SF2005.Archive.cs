using Archive;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// context rows.Shelf=200
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ArchiveDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ISearch, Search>();
builder.Services.AddHostedService<Sweep>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/documents", (ArchiveDb db, string word) => db.Documents.ToList().Where(d => d.Title.Contains(word))); // finding SF2005
app.MapGet("/documents/stream", (ArchiveDb db, string word) => db.Documents.AsEnumerable().Where(d => d.Title.Contains(word)).Take(20).ToList()); // finding SF2005
app.MapGet("/documents/sorted", async (ArchiveDb db) => (await db.Documents.ToListAsync()).OrderBy(d => d.Title).ToList()); // finding SF2005
app.MapGet("/documents/count", async (ArchiveDb db) =>
{
    var all = await db.Documents.Where(d => d.Archived).ToArrayAsync();
    return all.Count(d => d.Pages > 10); // finding SF2005
});
app.MapGet("/documents/first", (ArchiveDb db, int id) => db.Documents.Include(d => d.Notes).AsEnumerable().First(d => d.Id == id)); // finding SF2005
app.MapGet("/documents/find", async (ArchiveDb db, int id) =>
{
    var all = await db.Documents.AsNoTracking().ToListAsync();
    return all.Find(d => d.Id == id); // finding SF2005
});
app.MapGet("/documents/in-query", (ArchiveDb db, string word) => db.Documents.Where(d => d.Title == word).OrderBy(d => d.Id).Take(20).ToList());
app.MapGet("/documents/page-sorted", async (ArchiveDb db) => (await db.Documents.OrderBy(d => d.Id).Take(20).ToListAsync()).OrderBy(d => d.Title).ToList());
app.MapGet("/documents/notes", async (ArchiveDb db, int id) =>
{
    var document = await db.Documents.Include(d => d.Notes).SingleAsync(d => d.Id == id);
    return document.Notes.Where(n => n.Public).OrderBy(n => n.Id).ToList();
});
app.MapGet("/documents/of/{owner}", async (ArchiveDb db, int owner) => (await db.Documents.Where(d => d.OwnerId == owner).ToListAsync()).Where(d => d.Pages > 3));
app.MapGet("/documents/ids", async (ArchiveDb db, int[] ids) => (await db.Documents.Where(d => ids.Contains(d.Id)).ToListAsync()).OrderBy(d => Array.IndexOf(ids, d.Id)));
app.MapGet("/shelves", (ArchiveDb db) => db.Shelves.ToList().Where(s => s.Floor > 1));
// Every row is used: groups are looked up as each shelf's turn comes.
app.MapGet("/shelves/documents", async (ArchiveDb db) =>
{
    var groups = (await db.Documents.Where(d => d.Archived).ToListAsync()).GroupBy(d => d.OwnerId).ToList();
    return (await db.Shelves.ToListAsync()).Select(s => groups.FirstOrDefault(g => g.Key == s.Id)?.Count() ?? 0).ToList();
});
app.MapGet("/documents/repeated", async (ArchiveDb db) =>
    (await db.Documents.Where(d => d.Archived).ToListAsync()).GroupBy(d => d.Title).Where(g => g.Count() > 1).Select(g => g.Key)); // finding SF2005
app.MapGet("/documents/titles", async (ArchiveDb db) =>
{
    var all = await db.Documents.Where(d => d.Archived).ToListAsync();
    if (!all.Any())
        return [];
    return all.Select(d => d.Title).ToList();
});
app.MapGet("/documents/are-there", async (ArchiveDb db) =>
{
    var all = await db.Documents.Where(d => d.Archived).ToListAsync();
    return all.Any(); // finding SF2005
});
app.MapGet("/memory", () => new List<int> { 3, 1 }.Where(n => n > 1).OrderBy(n => n));
app.MapGet("/map", async (ArchiveDb db) => (await db.Documents.OrderBy(d => d.Id).Take(10).ToListAsync()).Select(d => d.Title));
app.Run();

namespace Archive
{
    [Route("search")]
    public class SearchController(ISearch search) : ControllerBase
    {
        [HttpGet]
        public async Task<IActionResult> Find(string word) => Ok(await search.FindAsync(word));

        [HttpGet("late")]
        public async Task<IActionResult> Late() => Ok((await search.AllAsync()).Where(d => d.Archived)); // limit SF2005: loaded elsewhere, where SF2001 tells it
    }

    public interface ISearch
    {
        Task<List<Document>> FindAsync(string word);
        Task<List<Document>> AllAsync();
    }

    public class Search(ArchiveDb db) : ISearch
    {
        public async Task<List<Document>> FindAsync(string word)
        {
            IEnumerable<Document> found = await db.Documents.ToListAsync();
            if (word.Length > 0)
                found = found.Where(d => d.Title.Contains(word)); // finding SF2005
            return found.Take(50).ToList();
        }

        public Task<List<Document>> AllAsync() => db.Documents.ToListAsync();
    }

    public class Sweep(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<ArchiveDb>();
            foreach (var document in db.Documents.AsEnumerable().Where(Expired)) // finding SF2005 MEDIUM: in the background
                db.Remove(document);
            await db.SaveChangesAsync(stoppingToken);

            static bool Expired(Document document) => document.Archived && document.Pages == 0;
        }
    }

    public class ArchiveDb(DbContextOptions<ArchiveDb> options) : DbContext(options)
    {
        public DbSet<Document> Documents => Set<Document>();
        public DbSet<Shelf> Shelves => Set<Shelf>();
    }

    public class Document
    {
        public int Id { get; set; }
        public string Title { get; set; } = "";
        public bool Archived { get; set; }
        public int Pages { get; set; }
        public int OwnerId { get; set; }
        public Owner? Owner { get; set; }
        public List<Note> Notes { get; set; } = [];
    }

    public class Owner
    {
        public int Id { get; set; }
    }

    public class Note
    {
        public int Id { get; set; }
        public bool Public { get; set; }
    }

    public class Shelf
    {
        public int Id { get; set; }
        public int Floor { get; set; }
    }
}
