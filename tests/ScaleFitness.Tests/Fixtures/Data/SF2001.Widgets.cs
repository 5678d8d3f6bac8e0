using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Widgets;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddDbContext<WidgetContext>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapDefaultControllerRoute();
app.Run();

// Views run these by name.
namespace Widgets
{
    public class Topic
    {
        public int Id { get; set; }
        public bool IsListed { get; set; }
        public string Name { get; set; } = "";
    }

    public class WidgetContext(DbContextOptions<WidgetContext> options) : DbContext(options)
    {
        public DbSet<Topic> Topics => Set<Topic>();
    }

    public class HomeController : Controller
    {
        public IActionResult Index() => View();
    }

    public class Menu(WidgetContext db) : ViewComponent
    {
        public async Task<IViewComponentResult> InvokeAsync() => View(await db.Topics.Where(t => t.IsListed).ToListAsync()); // finding SF2001 HIGH
    }

    public class FooterViewComponent(WidgetContext db)
    {
        public string Invoke() => string.Join(", ", db.Topics.ToList().Select(t => t.Name)); // finding SF2001 BLOCKER
    }

    [NonViewComponent]
    public class PreviewViewComponent(WidgetContext db)
    {
        public string Invoke() => string.Join(", ", db.Topics.ToList().Select(t => t.Name));
    }

    public class Latest(WidgetContext db) : ViewComponent
    {
        public async Task<IViewComponentResult> InvokeAsync(int count) => View(await db.Topics.OrderByDescending(t => t.Id).Take(Math.Min(count, 10)).ToListAsync());
    }
}
