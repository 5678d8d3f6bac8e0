using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Warehouse;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<WarehouseContext>(options => options.UseNpgsql("Host=db;Database=warehouse"));

var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    // Start-up reads what it likes: it happens once.
    var db = scope.ServiceProvider.GetRequiredService<WarehouseContext>();
    var names = db.Suppliers.Select(s => s.Name).ToHashSet();
    if (!names.Contains("Acme")) db.Suppliers.Add(new Supplier { Name = "Acme" });
    db.SaveChanges();
    Seed.Bins(db);
}

app.MapControllers();
app.Run();

namespace Warehouse
{
    [ApiController, Route("stock")]
    public class StockController(WarehouseContext db) : ControllerBase
    {
        [HttpGet]
        public async Task<IActionResult> All() => Ok(await db.Items.ToListAsync()); // finding SF2001 BLOCKER

        [HttpGet("sync")]
        public List<Item> AllSync()
        {
            return db.Items.AsNoTracking().ToList(); // finding SF2001 BLOCKER
        }

        [HttpGet("sorted")]
        public async Task<Item[]> Sorted([FromQuery] bool descending)
        {
            var items = descending
                ? db.Items.OrderByDescending(i => i.Sku)
                : db.Items.OrderBy(i => i.Sku);
            return await items.ToArrayAsync(); // finding SF2001 BLOCKER: an order is no bound
        }

        [HttpGet("labels")]
        public async Task<IActionResult> Labels(CancellationToken token)
        {
            var labels = await db.Items // finding SF2001 BLOCKER: whole statement, first line
                .Select(i => new { i.Id, i.Sku })
                .ToDictionaryAsync(i => i.Id, i => i.Sku, token);
            return Ok(labels);
        }

        [HttpGet("low")]
        public async Task<IReadOnlyList<Item>> RunningLow(int threshold) =>
            await db.Items.Where(i => i.Quantity < threshold).ToListAsync(); // finding SF2001 HIGH

        [HttpGet("active")]
        public async Task<IReadOnlyList<Item>> Active()
        {
            var active = from item in db.Items
                         where item.Active
                         orderby item.Sku
                         select item;
            return await active.ToListAsync(); // finding SF2001 HIGH
        }

        [HttpGet("since")]
        public IEnumerable<Item> ChangedSince(DateTime since)
        {
            foreach (var item in db.Items.Where(i => i.ChangedAt > since)) // finding SF2001 HIGH
            {
                if (item.Sku.Length > 3)
                    yield return item;
            }
        }

        [HttpGet("filter")]
        public async Task<IActionResult> Filter(string? text, int? page)
        {
            IQueryable<Item> query = db.Items;
            if (text is not null) query = query.Where(i => i.Sku.Contains(text));
            if (page is not null) query = query.Skip(page.Value * 50).Take(50);
            return Ok(await query.ToListAsync()); // finding SF2001 BLOCKER/HIGH: without a page nothing bounds it
        }

        [HttpGet("tail")]
        public Task<List<Item>> Tail(int skip) => db.Items.OrderBy(i => i.Id).Skip(skip).ToListAsync(); // finding SF2001 BLOCKER: Skip is no bound

        [HttpGet("colours")]
        public async Task<IActionResult> Colours() => Ok(await db.Items.Select(i => i.Colour).Distinct().ToListAsync()); // finding SF2001 MEDIUM

        [HttpGet("supplier/{id:int}")]
        public async Task<List<Item>> OfSupplier(int id) => await db.Items.Where(i => i.SupplierId == id).ToListAsync(); // finding SF2001 LOW

        [HttpGet("bins/{bin:int}/or-free")]
        public async Task<List<Item>> InBinOrFree(int bin) =>
            await db.Items.Where(i => i.Id == bin || i.Quantity == 0).ToListAsync(); // finding SF2001 HIGH: a key or something broad is broad

        [HttpPost("warm")]
        public async Task<IActionResult> Warm()
        {
            await db.Suppliers.LoadAsync(); // finding SF2001 BLOCKER
            return NoContent();
        }

        [HttpGet("page/{page:int}")]
        public async Task<IActionResult> Page(int page) =>
            Ok(await db.Items.OrderBy(i => i.Id).Skip(page * 20).Take(20).ToListAsync());

        [HttpGet("{id:int}")]
        public async Task<Item?> One(int id) => await db.Items.FirstOrDefaultAsync(i => i.Id == id);

        [HttpGet("found/{id:int}")]
        public async Task<ActionResult<Item>> Found(int id) => await db.Items.FindAsync(id) is { } item ? item : NotFound();

        [HttpGet("by-id/{id:int}")]
        public async Task<List<Item>> AsList(int id) => await db.Items.Where(i => i.Id == id).ToListAsync();

        [HttpPost("some")]
        public async Task<List<Item>> Some([FromBody] int[] ids) => await db.Items.Where(i => ids.Contains(i.Id)).ToListAsync();

        [HttpGet("count")]
        public async Task<int> Count() => await db.Items.CountAsync();

        [HttpGet("any")]
        public async Task<bool> Any() => await db.Items.AnyAsync(i => i.Quantity < 0);

        [HttpGet("newest")]
        public async Task<Item> Newest() => await db.Items.OrderBy(i => i.ChangedAt).LastAsync();

        [HttpGet("nth/{n:int}")]
        public Item Nth(int n) => db.Items.OrderBy(i => i.Id).ElementAt(n);

        [HttpGet("sku/{sku}")]
        public async Task<Item> Single(string sku) => await db.Items.SingleAsync(i => i.Sku == sku);

        [HttpGet("supplier/{id:int}/with-items")]
        public async Task<Supplier?> WithItems(int id) =>
            await db.Suppliers.Include(s => s.Items).FirstOrDefaultAsync(s => s.Id == id);

        [HttpGet("bounded")]
        public async Task<IActionResult> AlwaysBounded(string? text, int size)
        {
            IQueryable<Item> query = db.Items.OrderBy(i => i.Id);
            if (text is not null) query = query.Where(i => i.Sku.StartsWith(text));
            query = size > 100 ? query.Take(100) : query.Take(size);
            var found = await query.ToListAsync();
            return Ok(found);
        }

        [HttpGet("export")]
        public async Task Export()
        {
            // Streamed row by row: memory does not grow with the table.
            await foreach (var item in db.Items.AsNoTracking().AsAsyncEnumerable())
                await Response.WriteAsync(item.Sku + "\n");
        }

        [HttpGet("export/all")]
        public async Task<List<string>> ExportAll()
        {
            var lines = new List<string>();
            await foreach (var item in db.Items.AsAsyncEnumerable()) // finding SF2001 BLOCKER: streamed, and all kept
                lines.Add(item.Sku);
            return lines;
        }

        [NonAction]
        public List<Supplier> EveryoneForTheMaintenanceScript() => db.Suppliers.ToList();
    }

    public static class Seed
    {
        public static void Bins(WarehouseContext db)
        {
            foreach (var item in db.Items.Where(i => i.Colour == "")) item.Colour = "grey";
            db.SaveChanges();
        }
    }

    public class WarehouseContext(DbContextOptions<WarehouseContext> options) : DbContext(options)
    {
        public DbSet<Item> Items => Set<Item>();
        public DbSet<Supplier> Suppliers => Set<Supplier>();
    }

    public class Item
    {
        public int Id { get; set; }
        public string Sku { get; set; } = "";
        public string Colour { get; set; } = "";
        public int Quantity { get; set; }
        public bool Active { get; set; }
        public DateTime ChangedAt { get; set; }
        public int SupplierId { get; set; }
        public Supplier? Supplier { get; set; }
    }

    public class Supplier
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public List<Item> Items { get; set; } = [];
    }
}
