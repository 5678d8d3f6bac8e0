using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Museum;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddDbContext<MuseumDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapDefaultControllerRoute();
app.Run();

namespace Museum
{
    // What an editor has stored is no visitor's choice, though the same class carries it into the store.
    public class PanelsController(MuseumDb db) : Controller
    {
        [HttpPut]
        public async Task<IActionResult> Save(int id, [FromBody] PanelForm form)
        {
            var panel = await db.Panels.SingleAsync(p => p.Id == id);
            panel.Data = JsonSerializer.Serialize(form.Setting);
            await db.SaveChangesAsync();
            return Ok();
        }

        [HttpPost]
        public async Task<List<Exhibit>> Preview([FromBody] PanelForm form) =>
            await db.Exhibits.OrderBy(e => e.Id).Take(form.Setting.Count).ToListAsync(); // finding SF2007 HIGH

        [HttpGet]
        public async Task<List<Exhibit>> Raw(string settings)
        {
            var page = new RawPage { Setting = JsonSerializer.Deserialize<PanelSetting>(settings)! };
            return await db.Exhibits.Where(e => e.IsShown).Take(page.Setting.Count).ToListAsync(); // finding SF2007 HIGH: the text is the visitor's
        }
    }

    public class ExhibitsController(MuseumDb db) : Controller
    {
        [HttpGet]
        public async Task<List<Exhibit>> Sorted(string sort, int page, int size) =>
            await db.Exhibits.Where(e => e.IsShown).OrderByName(sort).Skip(page * size).Take(size).ToListAsync(); // finding SF2007 HIGH: sorted by reflection, the query is the same

        [HttpGet]
        public async Task<List<Exhibit>> SortedAndClamped(string sort, int page, int size)
        {
            size = Math.Clamp(size, 1, 100);
            return await db.Exhibits.OrderByName(sort).Skip(page * size).Take(size).ToListAsync();
        }
    }

    public static class Sorting
    {
        public static IOrderedQueryable<T> OrderByName<T>(this IQueryable<T> query, string property)
        {
            var row = Expression.Parameter(typeof(T), "x");
            var key = Expression.Property(row, property);
            var method = typeof(Queryable).GetMethods().Single(m => m.Name == "OrderBy" && m.GetParameters().Length == 2).MakeGenericMethod(typeof(T), key.Type);
            return (IOrderedQueryable<T>)method.Invoke(null, [query, Expression.Lambda(key, row)])!;
        }
    }

    public class PanelViewComponent(MuseumDb db) : ViewComponent
    {
        public async Task<IViewComponentResult> InvokeAsync(StoredPanel panel)
        {
            var page = new PanelPage { Id = panel.Id, Setting = JsonSerializer.Deserialize<PanelSetting>(panel.Data)! };
            var exhibits = db.Exhibits.Where(e => e.IsShown);
            if (page.Setting.Room is { } room)
                exhibits = exhibits.Where(e => e.Room == page.Setting.Room);
            page.Exhibits = await exhibits.OrderBy(e => e.Id).Take(page.Setting.Count).ToListAsync();
            return View(page);
        }
    }

    public class PanelForm { public PanelSetting Setting { get; set; } = new(); }

    public class PanelSetting { public int Count { get; set; } public string? Room { get; set; } }

    public class PanelPage { public int Id { get; set; } public PanelSetting Setting { get; set; } = new(); public List<Exhibit> Exhibits { get; set; } = []; }

    public class RawPage { public required PanelSetting Setting { get; set; } }

    public class StoredPanel { public int Id { get; set; } public string Data { get; set; } = ""; }

    public class Panel { public int Id { get; set; } public string Data { get; set; } = ""; }

    public class Exhibit { public int Id { get; set; } public string Room { get; set; } = ""; public bool IsShown { get; set; } }

    public class MuseumDb(DbContextOptions<MuseumDb> options) : DbContext(options)
    {
        public DbSet<Panel> Panels => Set<Panel>();
        public DbSet<Exhibit> Exhibits => Set<Exhibit>();
    }
}
