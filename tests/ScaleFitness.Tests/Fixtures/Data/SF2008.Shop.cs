using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MongoDB.Driver;
using Npgsql;
using OffsetShop;

// Bound models, bases, interfaces, route values, headers; limits in every form people write them.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IProducts, Products>();
builder.Services.AddSingleton(new MongoClient("mongodb://db").GetDatabase("shop").GetCollection<Review>("reviews"));
var app = builder.Build();
app.MapControllers();
app.MapGet("/products", ([AsParameters] Page page, IProducts products) => products.PageAsync(page.Number, page.Size));
app.MapGet("/products/{page:int:max(20)}", (int page, ShopDb db) => db.Products.OrderBy(p => p.Id).Skip(page * 10).Take(10).ToListAsync());
app.MapGet("/products/nullable", (int? skip, ShopDb db) => db.Products.OrderBy(p => p.Id).Skip(skip ?? 0).Take(10).ToListAsync()); // finding SF2008 LOW
app.MapGet("/products/query", (HttpRequest request, ShopDb db) =>
{
    var offset = int.TryParse(request.Query["offset"], out var parsed) ? parsed : 0;
    return db.Products.OrderBy(p => p.Id).Skip(offset).Take(10).Select(p => p.Name).ToListAsync(); // finding SF2008 LOW
});
app.MapGet("/products/limited", (int offset, ShopDb db) => db.Products.OrderBy(p => p.Id).Skip(Math.Min(offset, 1000)).Take(10).ToListAsync());
app.MapGet("/products/by-key/{key}", (string key, int page, ShopDb db) => db.Products.Where(p => p.Key == key).OrderBy(p => p.Id).Skip(page).Take(10).ToListAsync());
app.MapGet("/reviews", (int page, IMongoCollection<Review> reviews) => reviews.AsQueryable().OrderBy(r => r.Id).Skip(page * 10).Take(10).ToList()); // finding SF2008 LOW
app.MapGet("/local", (int page, ShopDb db) =>
{
    return Load(page).ToListAsync();

    IQueryable<Product> Load(int number) => db.Products.OrderBy(p => p.Name).Skip(number * 25).Take(25); // finding SF2008 LOW
});
app.Run();

namespace OffsetShop
{
    public sealed record Page(int Number, int Size);

    public sealed class PageQuery
    {
        private int _page = 1;

        public int Page
        {
            get => _page;
            set => _page = Math.Clamp(value, 1, 100);
        }

        [System.ComponentModel.DataAnnotations.Range(0, 500)]
        public int Offset { get; set; }
    }

    [ApiController, Route("shop")]
    public class ShopController(ShopDb db, IProducts products, IConfiguration configuration) : ControllerBase
    {
        [HttpGet("clamped")]
        public async Task<List<Product>> Clamped([FromQuery] PageQuery query) => await db.Products.OrderBy(p => p.Id).Skip((query.Page - 1) * 10).Take(10).ToListAsync();

        [HttpGet("ranged")]
        public async Task<List<Product>> Ranged([FromQuery] PageQuery query) => await db.Products.OrderBy(p => p.Id).Skip(query.Offset).Take(10).ToListAsync();

        [HttpGet("header")]
        public async Task<List<Product>> Header([FromHeader(Name = "X-Page")] int page)
        {
            var rows = db.Products.AsNoTracking();
            rows = rows.Where(p => p.Visible);
            var ordered = rows.OrderByDescending(p => p.Id);
            return await ordered.Skip(page * 10).Take(10).ToListAsync(); // finding SF2008 LOW
        }

        [HttpGet("second")]
        public Task<List<Product>> Second(int page) => products.PageAsync(page, 50);

        // The last page's number is known: it is clamped by what there is.
        [HttpGet("memory")]
        public async Task<IEnumerable<Product>> Memory(int page)
        {
            var first = await db.Products.OrderBy(p => p.Id).Take(100).ToListAsync();
            return first.Skip(page * 10).Take(10);
        }

        [HttpGet("sql")]
        public async Task<IEnumerable<Product>> Sql(int offset)
        {
            await using var connection = new NpgsqlConnection(configuration.GetConnectionString("shop"));
            return await connection.QueryAsync<Product>("SELECT * FROM products ORDER BY id LIMIT 10 OFFSET @offset", new { offset });
        }
    }

    public interface IProducts
    {
        Task<List<Product>> PageAsync(int number, int size);
    }

    public sealed class Products(ShopDb db) : IProducts
    {
        public async Task<List<Product>> PageAsync(int number, int size)
        {
            var take = Math.Min(size, 50);
            var skip = number * take;
            return await db.Products.OrderBy(p => p.Id).Skip(skip).Take(take).ToListAsync(); // finding SF2008 LOW
        }
    }

    public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
    {
        public DbSet<Product> Products => Set<Product>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Product>().HasIndex(p => p.Key).IsUnique();
    }

    public class Product { public int Id { get; set; } public string Key { get; set; } = ""; public string Name { get; set; } = ""; public bool Visible { get; set; } }

    public class Review { public int Id { get; set; } }
}
