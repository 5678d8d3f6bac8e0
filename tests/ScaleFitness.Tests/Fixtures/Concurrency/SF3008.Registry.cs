using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Registry;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<RegistryDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddScoped<IParts, Parts>();
builder.Services.AddScoped<IPrices, CachedPrices>();
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Registry
{
    [ApiController, Route("parts")]
    public class PartsController(IParts parts, IPrices prices) : ControllerBase
    {
        [HttpGet("{id}/weight")]
        public Task<decimal> Weight(int id) => parts.WeightAsync(id);

        [HttpGet("{id}/stock")]
        public Task<int> Stock(int id) => parts.StockAsync(id);

        [HttpGet("{id}/branches")]
        public Task<int> Branches(int id) => parts.BranchesAsync(id);

        [HttpGet("{id}/root")]
        public int Root(int id) => parts.Root(id);

        [HttpGet("{id}/limited")]
        public Task<int> Limited(int id) => parts.CountAsync(id, 0);

        [HttpGet("{id}/seen")]
        public Task Seen(int id) => parts.VisitAsync(id, []);

        [HttpGet("{id}/price")]
        public Task<decimal> Price(int id) => prices.OfAsync(id);

        // The request's own body, as deep as the serializer lets it be.
        [HttpPost("count")]
        public int Count(Node node) => CountNodes(node);

        private static int CountNodes(Node node) => 1 + node.Children.Sum(CountNodes);

        [HttpPost("save")]
        public async Task Save(Node node)
        {
            await parts.SaveAsync(node);
        }
    }

    public sealed record Node(string Name, List<Node> Children);

    public interface IParts
    {
        Task<decimal> WeightAsync(int id);
        int Root(int id);
        Task<int> StockAsync(int id);
        Task<int> BranchesAsync(int id);
        Task<int> CountAsync(int id, int depth);
        Task VisitAsync(int id, HashSet<int> seen);
        Task SaveAsync(Node node);
    }

    public sealed class Parts(RegistryDb db) : IParts
    {
        public async Task<decimal> WeightAsync(int id)
        {
            var part = await db.Parts.SingleAsync(p => p.Id == id);
            var sum = part.Weight;
            foreach (var child in await db.Parts.Where(p => p.ParentId == id).ToListAsync())
                sum += await WeightAsync(child.Id); // finding SF3008 LOW
            return sum;
        }

        public int Root(int id)
        {
            var part = db.Parts.Find(id)!;
            return part.ParentId is null ? part.Id : Root(part.ParentId.Value); // finding SF3008 LOW
        }

        public Task<int> StockAsync(int id) => StockAsync(id, true);

        // A second try, and no third.
        private async Task<int> StockAsync(int id, bool again)
        {
            var count = await db.Parts.CountAsync(p => p.ParentId == id);
            return count == 0 && again ? await StockAsync(id, false) : count;
        }

        public Task<int> BranchesAsync(int id) => BranchesAsync(id, true);

        private async Task<int> BranchesAsync(int id, bool deep)
        {
            var count = 0;
            foreach (var child in await db.Parts.Where(p => p.ParentId == id).Select(p => p.Id).ToListAsync())
                count += deep ? await BranchesAsync(child, true) : 1; // finding SF3008 LOW: the flag says how, not how often
            return count;
        }

        public async Task<int> CountAsync(int id, int depth)
        {
            if (depth > 10)
                return 0;
            var count = 1;
            foreach (var child in await db.Parts.Where(p => p.ParentId == id).Select(p => p.Id).ToListAsync())
                count += await CountAsync(child, depth + 1);
            return count;
        }

        public async Task VisitAsync(int id, HashSet<int> seen)
        {
            if (!seen.Add(id))
                return;
            foreach (var child in await db.Parts.Where(p => p.ParentId == id).Select(p => p.Id).ToListAsync())
                await VisitAsync(child, seen);
        }

        public async Task SaveAsync(Node node)
        {
            db.Parts.Add(new Part());
            await db.SaveChangesAsync();
            foreach (var child in node.Children)
                await SaveAsync(child);
        }
    }

    public interface IPrices
    {
        Task<decimal> OfAsync(int id);
    }

    // It asks the one that it wraps: no recursion.
    public sealed class CachedPrices(IPrices inner, RegistryDb db) : IPrices
    {
        public async Task<decimal> OfAsync(int id) => await db.Parts.AnyAsync(p => p.Id == id) ? await inner.OfAsync(id) : 0;
    }

    public class RegistryDb(DbContextOptions<RegistryDb> options) : DbContext(options)
    {
        public DbSet<Part> Parts { get; set; }
    }

    public class Part { public int Id { get; set; } public int? ParentId { get; set; } public decimal Weight { get; set; } }
}
