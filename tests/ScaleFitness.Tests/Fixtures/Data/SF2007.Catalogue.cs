using System.ComponentModel.DataAnnotations;
using Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

// context rows.Language=40
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<CatalogueDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<ITitles, Titles>();
builder.Services.Configure<PagingOptions>(builder.Configuration.GetSection("Paging"));
var app = builder.Build();
app.MapControllers();
app.MapGet("/titles", (int size, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync()); // finding SF2007
app.MapGet("/titles/min", (int size, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(Math.Min(size, 100)).ToListAsync());
app.MapGet("/titles/max", (int size, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(Math.Max(size, 10)).ToListAsync()); // finding SF2007: a lower limit
app.MapGet("/titles/clamp", (int size, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(Math.Clamp(size, 1, Paging.Max)).ToListAsync());
app.MapGet("/titles/small/{size:range(1,50)}", (int size, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync());
app.MapGet("/titles/byte", (byte size, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync());
app.MapGet("/titles/kind", (PageKind kind, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take((int)kind * 10).ToListAsync());
app.MapGet("/languages", (int size, CatalogueDb db) => db.Languages.OrderBy(l => l.Id).Take(size).ToListAsync());
app.MapGet("/titles/fixed", (CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(25).ToListAsync());
app.MapGet("/titles/if", async (int size, CatalogueDb db) =>
{
    if (size > 100)
        size = 100;
    return await db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();
});
app.MapGet("/titles/refuse", async (int? size, CatalogueDb db) =>
{
    if (size is < 1 or > 200)
        return Results.BadRequest();
    return Results.Ok(await db.Titles.OrderBy(t => t.Id).Take(size ?? 20).ToListAsync());
});
app.MapGet("/titles/lower", async (int size, CatalogueDb db) =>
{
    if (size < 1)
        size = 20;
    return await db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync(); // finding SF2007
});
app.MapGet("/titles/throw", async (int size, CatalogueDb db) =>
{
    ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 500);
    return await db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();
});
app.MapGet("/titles/some", async (int size, CatalogueDb db) =>
{
    if (!Paging.Allowed.Contains(size))
        size = 10;
    return await db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();
});
app.MapGet("/titles/query", async (HttpRequest request, CatalogueDb db) =>
{
    var size = int.TryParse(request.Query["size"], out var asked) ? asked : 20;
    return await db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync(); // finding SF2007
});
app.MapGet("/titles/all", async (int? size, CatalogueDb db) =>
{
    var take = size is null ? int.MaxValue : Math.Min(size.Value, 100);
    return await db.Titles.OrderBy(t => t.Id).Take(take).ToListAsync(); // finding SF2007: absent means all
});
app.MapGet("/titles/total", async (int size, CatalogueDb db) =>
{
    var total = await db.Titles.CountAsync();
    return await db.Titles.OrderBy(t => t.Id).Take(Math.Min(size, total)).ToListAsync(); // finding SF2007: the table is no limit
});
app.MapGet("/titles/logged", async (int size, ILogger<CatalogueDb> logger, CatalogueDb db) =>
{
    if (size > 100)
        logger.LogWarning("greedy");
    return await db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync(); // finding SF2007: it is seen, not limited
});
app.MapGet("/titles/cached", (int size, CatalogueDb db) =>
{
    if (size > 100)
        size = 100;
    Func<Task<List<Title>>> load = () => db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();
    return load();
});
app.MapGet("/titles/parameters", ([AsParameters] Window window, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(window.Size).ToListAsync()); // finding SF2007
app.MapGet("/titles/ranged", ([AsParameters] RangedWindow window, CatalogueDb db) => db.Titles.OrderBy(t => t.Id).Take(window.Size).ToListAsync());
app.Run();

namespace Catalogue
{
    public record struct Window(int From, int Size);

    public record RangedWindow([Range(0, int.MaxValue)] int From, [Range(1, 100)] int Size);

    public enum PageKind { Small = 1, Large = 5 }

    public static class Paging
    {
        public const int Max = 200;
        public static readonly int[] Allowed = [10, 25, 50];
    }

    public class PagingOptions
    {
        public int MaxSize { get; set; } = 100;
    }

    [Route("api/titles")]
    public class TitlesController(ITitles titles, CatalogueDb db, Microsoft.Extensions.Options.IOptions<PagingOptions> options) : ControllerBase
    {
        [HttpGet("through")]
        public Task<List<Title>> Through(int page, int pageSize) => titles.PageAsync(page, pageSize);

        [HttpGet("clamped")]
        public Task<List<Title>> Clamped(int page, int pageSize) => titles.ClampedAsync(page, pageSize);

        [HttpGet("by-options")]
        public Task<List<Title>> ByOptions(int size)
        {
            if (size > options.Value.MaxSize)
                size = options.Value.MaxSize;
            return db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();
        }

        [HttpGet("ranged")]
        public Task<List<Title>> Ranged([Range(1, 100)] int size) => db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();

        [HttpGet("no-range")]
        public Task<List<Title>> NoRange([Range(1, int.MaxValue)] int size) => db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync(); // finding SF2007: a range without an end

        [HttpGet("model")]
        public Task<List<Title>> Model([FromQuery] TitleFilter filter) => db.Titles.Where(t => t.Name == filter.Name).OrderBy(t => t.Id).Take(filter.PageSize).ToListAsync(); // finding SF2007

        [HttpGet("setter")]
        public Task<List<Title>> Setter([FromQuery] SetterFilter filter) => db.Titles.OrderBy(t => t.Id).Skip(filter.Offset).Take(filter.PageSize).ToListAsync();

        [HttpGet("getter")]
        public Task<List<Title>> Getter([FromQuery] GetterFilter filter) => db.Titles.OrderBy(t => t.Id).Take(filter.PageSize).ToListAsync();

        [HttpGet("self-checked")]
        public Task<List<Title>> SelfChecked([FromQuery] CheckedFilter filter) => db.Titles.OrderBy(t => t.Id).Take(filter.PageSize).ToListAsync();

        [HttpGet("made")]
        public Task<List<Title>> Made([FromQuery] PaginationFilter filter)
        {
            var valid = new PaginationFilter(filter.PageNumber, filter.PageSize);
            return db.Titles.OrderBy(t => t.Id).Skip((valid.PageNumber - 1) * valid.PageSize).Take(valid.PageSize).ToListAsync();
        }

        [HttpGet("by-reference")]
        public Task<List<Title>> ByReference(int size)
        {
            Narrow(ref size);
            return db.Titles.OrderBy(t => t.Id).Take(size).ToListAsync();
        }

        private static void Narrow(ref int size) => size = Math.Min(size, 100);

        [HttpGet("text")]
        public Task<List<Title>> Text(string size) => db.Titles.OrderBy(t => t.Id).Take(int.Parse(size)).ToListAsync(); // finding SF2007

        [HttpGet("safe")]
        public Task<List<Title>> Safe([FromQuery] SafeFilter filter) => db.Titles.OrderBy(t => t.Id).Take(filter.Safe).ToListAsync();

        [HttpGet("kept")]
        public Task<List<Title>> Kept(int size) => new Reader(db, size).ReadAsync();

        [HttpGet("guarded")]
        public async Task<IActionResult> Guarded([FromQuery] GuardedFilter filter)
        {
            if (filter.PageSize > 100)
                return BadRequest();
            return Ok(await db.Titles.OrderBy(t => t.Id).Take(filter.PageSize).ToListAsync());
        }
    }

    public class Reader(CatalogueDb db, int size)
    {
        private readonly int _rows = size + 1;

        public Task<List<Title>> ReadAsync() => db.Titles.OrderBy(t => t.Id).Take(_rows).ToListAsync(); // finding SF2007: kept in a field
    }

    public record SafeFilter(int Size = 20)
    {
        public int Safe => Math.Min(Size, 100);
    }

    public class PaginationFilter
    {
        public PaginationFilter()
        {
            PageNumber = 1;
            PageSize = 10;
        }

        public PaginationFilter(int pageNumber, int pageSize)
        {
            PageNumber = pageNumber < 1 ? 1 : pageNumber;
            PageSize = pageSize > 10 ? 10 : pageSize;
        }

        public int PageNumber { get; set; }
        public int PageSize { get; set; }
    }

    public class TitleFilter
    {
        public string Name { get; set; } = "";
        public int PageSize { get; set; } = 20;
    }

    public class SetterFilter
    {
        private const int Greatest = 50;
        private int _pageSize = 10;
        public int Page { get; set; } = 1;
        public int PageSize { get => _pageSize; set => _pageSize = value > Greatest ? Greatest : value; }
        public int Offset => (Page - 1) * PageSize;
    }

    public class GetterFilter
    {
        private int _size = 10;
        public int PageSize { get => _size > 60 ? 60 : _size; set => _size = value; }
    }

    public class CheckedFilter : IValidatableObject
    {
        public int PageSize { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext context)
        {
            if (PageSize > 100)
                yield return new ValidationResult("too much");
        }
    }

    public class GuardedFilter
    {
        public int PageSize { get; set; }
    }

    public interface ITitles
    {
        Task<List<Title>> PageAsync(int page, int pageSize);
        Task<List<Title>> ClampedAsync(int page, int pageSize);
    }

    public class Titles(CatalogueDb db) : ITitles
    {
        public async Task<List<Title>> PageAsync(int page, int pageSize)
        {
            var query = db.Titles.AsNoTracking().OrderBy(t => t.Id);
            return await query.Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(); // finding SF2007: through an interface
        }

        public async Task<List<Title>> ClampedAsync(int page, int pageSize)
        {
            var size = Limit(pageSize);
            return await db.Titles.OrderBy(t => t.Id).Skip((page - 1) * size).Take(size).ToListAsync();
        }

        private static int Limit(int asked) => asked switch { < 1 => 20, > 100 => 100, _ => asked };
    }

    public class CatalogueDb(DbContextOptions<CatalogueDb> options) : DbContext(options)
    {
        public DbSet<Title> Titles => Set<Title>();
        public DbSet<Language> Languages => Set<Language>();
    }

    public class Title
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Language
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }
}
