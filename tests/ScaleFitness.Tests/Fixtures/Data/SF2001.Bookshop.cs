using System.Linq.Expressions;
using Bookshop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContextPool<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IBookRepository, BookRepository>();
builder.Services.AddScoped<IBookService, CachedBookService>();
builder.Services.AddTransient(provider => new Statistics(provider.GetRequiredService<ShopDb>()));
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Bookshop
{
    [Route("books")]
    public class BooksController(IBookRepository books, IBookService service, Statistics statistics, ShopDb db) : ControllerBase
    {
        [HttpGet("bounded-by-caller")]
        public List<Book> Bounded() => [.. books.Query().OrderBy(b => b.Title).Take(15)];

        [HttpGet("spread")]
        public List<Book> Spread() => [.. db.Books]; // finding SF2001 BLOCKER

        [HttpGet("paged")]
        public async Task<PageOf<Book>> Paged(int number) =>
            await PageOf<Book>.CreateAsync(books.Query().OrderBy(b => b.Id), number);

        [HttpGet("specified")]
        public Task<List<Book>> Specified() => books.ListAsync(b => b.Price > 10, limit: 30);

        [HttpGet("matching")]
        public Task<List<Book>> Matching(string title) => service.MatchingAsync(title);

        [HttpGet("task-run")]
        public Task<List<string>> Offloaded() => Task.Run(() => db.Authors.Select(a => a.Name).ToList()); // finding SF2001 BLOCKER: in a lambda

        [HttpGet("deferred")]
        public IActionResult Deferred()
        {
            Func<decimal, List<Book>> above = price => db.Books.Where(b => b.Price > price).ToList(); // finding SF2001 HIGH
            return Ok(above(20m).Count);
        }

        [HttpGet("stats")]
        public async Task<IActionResult> Stats() => Ok(await statistics.PricesAsync());

        [HttpGet("reviews/{book:int}")]
        public async Task<IEnumerable<Review>> Reviews(int book)
        {
            var found = await db.Books.Include(b => b.Reviews).SingleAsync(b => b.Id == book);
            return found.Reviews.Where(r => r.Stars > 3).ToList();
        }

        [HttpGet("in-memory")]
        public IEnumerable<string> InMemory()
        {
            var genres = new List<string> { "crime", "poetry" };
            IQueryable<string> query = genres.AsQueryable();
            return query.Where(g => g.StartsWith('c')).ToList();
        }

        [HttpGet("chunks")]
        public int Chunked()
        {
            var sum = 0;
            foreach (var chunk in db.Books.Chunk(100)) // finding SF2001 BLOCKER: Chunk is no bound
                sum += chunk.Length;
            return sum;
        }

        [HttpGet("keyset")]
        public async Task<List<Book>> Keyset(int after)
        {
            const int pageSize = 50;
            return await db.Books.Where(b => b.Id > after).OrderBy(b => b.Id).Take(pageSize).ToListAsync();
        }

        [HttpGet("inner-bound")]
        public async Task<List<Book>> InnerBound() => await db.Books // finding SF2001 HIGH: the bound is of a sub-query
            .Where(b => db.Authors.OrderBy(a => a.Id).Take(3).Any(a => a.Name == b.Title))
            .ToListAsync();

        [HttpGet("loop-take")]
        public async Task<int> InBatches()
        {
            var total = 0;
            for (var page = 0; page < 10; page++)
            {
                var batch = await db.Books.OrderBy(b => b.Id).Skip(page * 100).Take(100).ToListAsync();
                total += batch.Sum(b => b.Stock);
            }

            return total;
        }

        [HttpGet("explicit-sum")]
        public async Task<decimal> Total() => await db.Books.Where(b => b.Stock > 0).SumAsync(b => b.Price);

        [HttpPut("reprice")]
        public async Task<int> Reprice() => await db.Books.Where(b => b.Stock == 0).ExecuteUpdateAsync(s => s.SetProperty(b => b.Price, 1m));

        [HttpGet("take-last")]
        public List<Book> Last() => db.Books.OrderBy(b => b.Id).AsEnumerable().TakeLast(5).ToList(); // finding SF2001 BLOCKER: TakeLast is no bound
    }

    public interface IBookRepository
    {
        IQueryable<Book> Query();
        Task<List<Book>> ListAsync(Expression<Func<Book, bool>> filter, int limit);
        Task<List<Book>> ListAllAsync(Expression<Func<Book, bool>>? filter = null);
    }

    public class BookRepository : IBookRepository
    {
        private readonly ShopDb _db;

        public BookRepository(ShopDb db) => _db = db;

        public IQueryable<Book> Query() => _db.Books.AsNoTracking();

        public async Task<List<Book>> ListAsync(Expression<Func<Book, bool>> filter, int limit)
        {
            using var activity = new System.Diagnostics.Activity("list").Start();
            return await _db.Books.Where(filter).Take(limit).ToListAsync();
        }

        public async Task<List<Book>> ListAllAsync(Expression<Func<Book, bool>>? filter = null)
        {
            var query = Query();
            if (filter != null)
            {
                query = query.Where(filter);
            }

            return await query.ToListAsync(); // finding SF2001 BLOCKER/HIGH: reached through two interfaces
        }
    }

    public interface IBookService
    {
        Task<List<Book>> MatchingAsync(string title);
    }

    public class CachedBookService(IBookRepository repository) : IBookService
    {
        public async Task<List<Book>> MatchingAsync(string title)
        {
            var all = await repository.ListAllAsync();
            return all.Where(b => b.Title.Contains(title)).ToList();
        }
    }

    public class PageOf<T>(List<T> rows, int total)
    {
        public List<T> Rows { get; } = rows;
        public int Total { get; } = total;

        public static async Task<PageOf<T>> CreateAsync(IQueryable<T> source, int number, int size = 20)
        {
            var total = await source.CountAsync();
            var rows = await source.Skip((number - 1) * size).Take(size).ToListAsync();
            return new PageOf<T>(rows, total);
        }
    }

    public class Statistics(ShopDb db)
    {
        public async Task<decimal> PricesAsync()
        {
            var prices = new List<decimal>();
            var books = db.Books.AsAsyncEnumerable().GetAsyncEnumerator(); // finding SF2001 BLOCKER: an enumerator driven by hand
            try
            {
                while (await books.MoveNextAsync()) prices.Add(books.Current.Price);
            }
            finally
            {
                await books.DisposeAsync();
            }

            return prices.Average();
        }
    }

    // Used by nothing that a request reaches.
    public static class Console
    {
        public static List<Book> Dump(ShopDb db) => db.Books.ToList();
    }

    public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
        public DbSet<Author> Authors => Set<Author>();
    }

    public class Book
    {
        public int Id { get; set; }
        public string Title { get; set; } = "";
        public decimal Price { get; set; }
        public int Stock { get; set; }
        public List<Review> Reviews { get; set; } = [];
    }

    public class Author
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
    }

    public class Review
    {
        public int Id { get; set; }
        public int Stars { get; set; }
    }
}
