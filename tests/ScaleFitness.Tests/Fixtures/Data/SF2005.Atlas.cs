using Atlas;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<AtlasDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Atlas
{
    [ApiController, Route("regions")]
    public class RegionsController(AtlasDb db) : ControllerBase
    {
        // EF Core hangs every tracked row under its parent: the roots have the whole tree below them.
        [HttpGet("tree")]
        public List<Node> Tree()
        {
            var regions = db.Regions.Where(r => r.IsShown).ToList();
            var roots = regions.Where(r => !r.ParentId.HasValue).OrderBy(r => r.Order);
            return roots.Select(Map).ToList();
        }

        [HttpGet("tree/navigation")]
        public async Task<List<Node>> ByNavigation() => (await db.Regions.ToListAsync()).Where(r => r.Parent == null).Select(Map).ToList();

        [HttpGet("tree/key")]
        public async Task<List<Node>> ByKey()
        {
            var regions = await db.Regions.OrderBy(r => r.Order).ToListAsync();
            return regions.FindAll(r => r.ParentId == null).ConvertAll(Map);
        }

        [HttpGet("roots/untracked")]
        public async Task<List<string>> Untracked() =>
            (await db.Regions.AsNoTracking().ToListAsync()).Where(r => r.ParentId == null).Select(r => r.Name).ToList(); // finding SF2005: nothing hangs below them

        [HttpGet("{id:int}/children")]
        public async Task<List<Region>> ChildrenOf(int id)
        {
            var regions = await db.Regions.ToListAsync();
            return regions.Where(r => r.ParentId == id).ToList(); // finding SF2005
        }

        [HttpGet("roots/shown")]
        public async Task<List<Region>> Shown() =>
            (await db.Regions.ToListAsync()).Where(r => r.ParentId == null && r.IsShown).ToList(); // finding SF2005: and a filter of its own

        [HttpGet("places/top")]
        public async Task<List<Place>> Top()
        {
            var places = await db.Places.ToListAsync();
            return places.Where(p => p.ParentId == null).ToList(); // finding SF2005: a place knows no children
        }

        private static Node Map(Region region) => new(region.Name, region.Children.OrderBy(c => c.Order).Select(Map).ToList());
    }

    public record Node(string Name, List<Node> Children);

    public class Region { public int Id { get; set; } public string Name { get; set; } = ""; public int Order { get; set; } public bool IsShown { get; set; } public int? ParentId { get; set; } public Region? Parent { get; set; } public List<Region> Children { get; set; } = []; }

    public class Place { public int Id { get; set; } public string Name { get; set; } = ""; public int? ParentId { get; set; } }

    public class AtlasDb(DbContextOptions<AtlasDb> options) : DbContext(options)
    {
        public DbSet<Region> Regions => Set<Region>();
        public DbSet<Place> Places => Set<Place>();
    }
}
