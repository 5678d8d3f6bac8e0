using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using News;

// context rows.Category=30
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<NewsDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHostedService<Export>();
var app = builder.Build();
app.MapControllers();
app.MapGet("/articles", (int page, NewsDb db) => db.Articles.OrderBy(a => a.Id).Skip(page * 20).Take(20).ToListAsync()); // finding SF2008 LOW
app.MapGet("/articles/after", (int after, NewsDb db) => db.Articles.Where(a => a.Id > after).OrderBy(a => a.Id).Take(20).ToListAsync());
app.MapGet("/articles/first-pages", (int page, NewsDb db) => db.Articles.OrderBy(a => a.Id).Skip(Math.Clamp(page, 0, 50) * 20).Take(20).ToListAsync());
app.MapGet("/articles/refused", async (int page, NewsDb db) =>
{
    if (page > 100)
        return Results.BadRequest();
    return Results.Ok(await db.Articles.OrderBy(a => a.Id).Skip(page * 20).Take(20).ToListAsync());
});
app.MapGet("/articles/second", (NewsDb db) => db.Articles.OrderBy(a => a.Id).Skip(1).Take(1).ToListAsync());
app.MapGet("/articles/of/{author}", (int author, int page, NewsDb db) => db.Articles.Where(a => a.AuthorId == author).OrderBy(a => a.Id).Skip(page * 20).Take(20).ToListAsync());
app.MapGet("/articles/published", async (int offset, NewsDb db) =>
{
    var published = db.Articles.Where(a => a.Published).OrderByDescending(a => a.Id);
    return await published.Skip(offset).Take(20).ToListAsync(); // finding SF2008 LOW: broad
});
app.MapGet("/categories", (int page, NewsDb db) => db.Categories.OrderBy(c => c.Id).Skip(page * 10).Take(10).ToListAsync());
app.Run();

namespace News
{
    [Route("api/articles")]
    public class ArticlesController(NewsDb db) : ControllerBase
    {
        [HttpGet]
        public Task<List<Article>> List([FromQuery] Paging paging) => db.Articles.OrderBy(a => a.Id).PageAsync(paging);

        [HttpGet("memory")]
        public IEnumerable<int> Memory(int page) => Enumerable.Range(0, 1000).Skip(page * 10).Take(10);
    }

    public class Paging
    {
        public int Page { get; set; } = 1;
        public int Skipped => (Page - 1) * 20;
    }

    public static class Pages
    {
        public static Task<List<T>> PageAsync<T>(this IQueryable<T> source, Paging paging) => source.Skip(paging.Skipped).Take(20).ToListAsync(); // finding SF2008 LOW: in a helper
    }

    public class Export(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            for (var page = 0; page < 100; page++)
                await db.Articles.OrderBy(a => a.Id).Skip(page * 500).Take(500).ToListAsync(stoppingToken);
        }
    }

    public class NewsDb(DbContextOptions<NewsDb> options) : DbContext(options)
    {
        public DbSet<Article> Articles => Set<Article>();
        public DbSet<Category> Categories => Set<Category>();
    }

    public class Article
    {
        public int Id { get; set; }
        public int AuthorId { get; set; }
        public Author? Author { get; set; }
        public bool Published { get; set; }
    }

    public class Author { public int Id { get; set; } }

    public class Category { public int Id { get; set; } }
}
