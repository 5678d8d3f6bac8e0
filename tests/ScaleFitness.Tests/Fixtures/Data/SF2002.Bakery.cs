using Bakery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<BakeryDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IStock, Stock>();
builder.Services.AddScoped<Baskets>();
builder.Services.Configure<BakeryOptions>(builder.Configuration.GetSection("Bakery"));
var app = builder.Build();

app.MapGet("/orders", async (BakeryDb db) =>
{
    var orders = await db.Orders.ToListAsync();
    foreach (var order in orders)
        order.Customer = await db.Customers.FindAsync(order.CustomerId); // finding SF2002 HIGH @high
    return orders;
});

app.MapGet("/orders/sync", (BakeryDb db) =>
{
    var orders = db.Orders.Where(o => o.Open).ToList();
    for (var i = 0; i < orders.Count; i++)
    {
        var lines = db.Lines.Where(l => l.OrderId == orders[i].Id).ToList(); // finding SF2002 HIGH
        orders[i].Total = lines.Sum(l => l.Price);
    }
    return orders;
});

app.MapGet("/orders/with", async (BakeryDb db) =>
{
    var orders = await db.Orders.Include(o => o.Customer).ToListAsync();
    var ids = orders.Select(o => o.Id).ToList();
    var lines = (await db.Lines.Where(l => ids.Contains(l.OrderId)).ToListAsync()).ToLookup(l => l.OrderId);
    foreach (var order in orders)
        order.Total = lines[order.Id].Sum(l => l.Price);
    return orders;
});

app.MapPost("/prices", async (int[] ids, BakeryDb db) =>
{
    var prices = new List<decimal>();
    foreach (var id in ids)
    {
        var product = await db.Products.FirstAsync(p => p.Id == id); // finding SF2002 HIGH: the request's own list is as long as it likes
        var discount = await db.Discounts.Where(d => d.ProductId == id).MaxAsync(d => d.Share); // the same loop, the same cause
        prices.Add(product.Price * (1 - discount));
    }
    return prices;
});

app.MapPost("/baskets", (Basket basket, Baskets baskets) => baskets.PriceAsync(basket));
app.MapPost("/baskets/check", (Basket basket, IStock stock) => basket.Lines.All(l => stock.Has(l.ProductId, l.Quantity))); // finding SF2002 HIGH: All runs it per line, behind an interface
app.MapPost("/baskets/reserve", async (Basket basket, IStock stock) =>
{
    var free = await Task.WhenAll(basket.Lines.Select(async l => await stock.FreeAsync(l.ProductId))); // finding SF2002 HIGH
    return free.Sum();
});

app.MapGet("/deferred", (BakeryDb db) =>
{
    var ids = db.Orders.Select(o => o.Id).ToList();
    var loaded = ids.Select(id => db.Orders.Find(id)); // finding SF2002 HIGH: the serializer enumerates it
    return loaded;
});

app.MapGet("/never", (BakeryDb db) =>
{
    var ids = db.Orders.Select(o => o.Id).ToList();
    var loaded = ids.Select(id => db.Orders.Find(id));
    return ids.Count;
});

app.MapGet("/syntax", (BakeryDb db) =>
{
    var customers = db.Customers.ToList();
    var totals = from customer in customers
                 let count = db.Orders.Count(o => o.CustomerId == customer.Id) // finding SF2002 HIGH
                 where count > 3
                 select customer.Name;
    return totals.ToList();
});

// One statement: the provider runs the lambda, not the process.
app.MapGet("/projected", (BakeryDb db) => db.Customers.Select(c => new { c.Name, Orders = db.Orders.Count(o => o.CustomerId == c.Id) }).ToListAsync());

app.MapGet("/page", async (BakeryDb db, int page) =>
{
    var customers = await db.Customers.OrderBy(c => c.Id).Skip(page * 50).Take(50).ToListAsync();
    foreach (var customer in customers)
        customer.Orders = await db.Orders.CountAsync(o => o.CustomerId == customer.Id); // finding SF2002 MEDIUM: fifty-one queries, today and tomorrow
    return customers;
});

app.MapGet("/top", async (BakeryDb db) =>
{
    var best = await db.Customers.OrderByDescending(c => c.Orders).Take(3).ToListAsync();
    foreach (var customer in best)
        customer.Orders = await db.Orders.CountAsync(o => o.CustomerId == customer.Id);
    return best;
});

app.MapGet("/kinds", async (BakeryDb db) =>
{
    var counts = new Dictionary<Kind, int>();
    foreach (var kind in Enum.GetValues<Kind>())
        counts[kind] = await db.Products.CountAsync(p => p.Kind == kind);
    foreach (var name in new[] { "bread", "cake" })
        counts[Kind.Other] += await db.Products.CountAsync(p => p.Name == name);
    foreach (var name in ShopWindow.Shown)
        counts[Kind.Other] += await db.Products.CountAsync(p => p.Name == name);
    for (var day = 0; day < 7; day++)
        counts[Kind.Other] += await db.Products.CountAsync(p => p.Weekday == day);
    return counts;
});

app.MapGet("/branches", async (BakeryDb db, IOptions<BakeryOptions> options) =>
{
    var sum = 0;
    foreach (var branch in options.Value.Branches)
        sum += await db.Orders.CountAsync(o => o.Branch == branch);
    return sum;
});

app.MapPost("/chunks", async (List<int> ids, BakeryDb db) =>
{
    var found = new List<Product>();
    foreach (var chunk in ids.Chunk(500))
        found.AddRange(await db.Products.Where(p => chunk.Contains(p.Id)).ToListAsync());
    for (var i = 0; i < ids.Count; i += 500)
    {
        var piece = ids.Skip(i).Take(500).ToList();
        found.AddRange(await db.Products.Where(p => piece.Contains(p.Id)).ToListAsync());
    }
    return found;
});

app.MapGet("/export", async (BakeryDb db, HttpResponse response) =>
{
    var last = 0;
    while (true)
    {
        var page = await db.Orders.Where(o => o.Id > last).OrderBy(o => o.Id).Take(1000).ToListAsync();
        if (page.Count == 0)
            break;
        foreach (var order in page)
            await response.WriteAsync(order.Id + "\n");
        last = page[^1].Id;
    }
});

app.MapGet("/retry", async (BakeryDb db) =>
{
    for (var attempt = 0; ; attempt++)
    {
        try
        {
            return await db.Orders.CountAsync();
        }
        catch (TimeoutException) when (attempt < 3)
        {
            await Task.Delay(100);
        }
    }
});

app.MapGet("/retry/flag/{id:int}", async (int id, BakeryDb db) =>
{
    Order? order = null;
    var done = false;
    while (!done)
    {
        try
        {
            order = await db.Orders.FindAsync(id);
            done = true;
        }
        catch (TimeoutException)
        {
            await Task.Delay(100);
        }
    }
    return order;
});

app.MapGet("/small", async (BakeryDb db) =>
{
    foreach (var oven in await db.Ovens.ToListAsync())
        oven.Loaves = await db.Products.CountAsync(p => p.OvenId == oven.Id);
});

// context rows.Oven=8
app.Run();

namespace Bakery
{
    public static class ShopWindow
    {
        public static readonly string[] Shown = ["croissant", "pretzel", "roll"];
    }

    public sealed class BakeryOptions
    {
        public List<string> Branches { get; set; } = [];
    }

    public sealed class Baskets(BakeryDb db, IStock stock)
    {
        public async Task<decimal> PriceAsync(Basket basket)
        {
            var sum = 0m;
            foreach (var line in basket.Lines)
                sum += line.Quantity * await PriceOf(line.ProductId); // finding SF2002 HIGH: one call down
            basket.Lines.ForEach(line => line.Quantity = Math.Min(line.Quantity, stock.Count(line.ProductId))); // finding SF2002 HIGH
            return sum;
        }

        private async Task<decimal> PriceOf(int id) => (await db.Products.SingleAsync(p => p.Id == id)).Price;
    }

    public interface IStock
    {
        bool Has(int product, int quantity);
        int Count(int product);
        Task<int> FreeAsync(int product);
    }

    public sealed class Stock(BakeryDb db) : IStock
    {
        public bool Has(int product, int quantity) => Count(product) >= quantity;

        public int Count(int product) => db.Products.Where(p => p.Id == product).Select(p => p.InStock).Single();

        public async Task<int> FreeAsync(int product) => await db.Products.Where(p => p.Id == product).Select(p => p.InStock).SingleAsync();
    }

    public sealed record Basket(List<BasketLine> Lines);

    public sealed class BasketLine
    {
        public int ProductId { get; set; }
        public int Quantity { get; set; }
    }

    public class BakeryDb(DbContextOptions<BakeryDb> options) : DbContext(options)
    {
        public DbSet<Order> Orders { get; set; }
        public DbSet<Line> Lines { get; set; }
        public DbSet<Customer> Customers { get; set; }
        public DbSet<Product> Products { get; set; }
        public DbSet<Discount> Discounts { get; set; }
        public DbSet<Oven> Ovens { get; set; }
    }

    public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer? Customer { get; set; } public decimal Total { get; set; } public bool Open { get; set; } public string Branch { get; set; } = ""; }
    public class Line { public int Id { get; set; } public int OrderId { get; set; } public decimal Price { get; set; } }
    public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; public int Orders { get; set; } }
    public enum Kind { Bread, Cake, Other }
    public class Product { public int Id { get; set; } public string Name { get; set; } = ""; public decimal Price { get; set; } public Kind Kind { get; set; } public int Weekday { get; set; } public int InStock { get; set; } public int OvenId { get; set; } }
    public class Discount { public int Id { get; set; } public int ProductId { get; set; } public decimal Share { get; set; } }
    public class Oven { public int Id { get; set; } public int Loaves { get; set; } }
}
