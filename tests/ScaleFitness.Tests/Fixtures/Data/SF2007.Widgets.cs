using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Widgets;

// Settings that an editor sends are kept as text; visitors see what was kept.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<WidgetDb>(o => o.UseNpgsql("Host=db"));
var app = builder.Build();
app.MapPost("/widgets", async (WidgetForm form, WidgetDb db) =>
{
    db.Widgets.Add(new Widget { Data = JsonSerializer.Serialize(form.Setting) });
    await db.SaveChangesAsync();
});
app.MapPost("/widgets/preview", (WidgetForm form, WidgetDb db) => db.Products.OrderBy(p => p.Id).Take(form.Setting.Number).ToListAsync()); // finding SF2007
app.MapGet("/widgets/raw", (string setting, WidgetDb db) =>
{
    var read = JsonSerializer.Deserialize<WidgetSetting>(setting)!;
    return db.Products.OrderBy(p => p.Id).Take(read.Number).ToListAsync(); // finding SF2007: the text is the client's
});
app.MapGet("/widgets/{id}", async (int id, WidgetDb db) =>
{
    var widget = await db.Widgets.SingleAsync(w => w.Id == id);
    var read = JsonSerializer.Deserialize<WidgetSetting>(widget.Data)!;
    return await db.Products.OrderBy(p => p.Id).Take(read.Number).ToListAsync();
});
app.MapGet("/widgets/{id}/view", async (int id, WidgetDb db) =>
{
    var widget = await db.Widgets.SingleAsync(w => w.Id == id);
    var view = new WidgetView { Setting = JsonSerializer.Deserialize<WidgetSetting>(widget.Data)! };
    return await db.Products.OrderBy(p => p.Id).Take(view.Setting.Number).ToListAsync();
});
app.Run();

namespace Widgets
{
    public class WidgetForm { public WidgetSetting Setting { get; set; } = new(); }

    public class WidgetSetting { public int Number { get; set; } }

    public class WidgetView { public WidgetSetting Setting { get; set; } = new(); }

    public class Widget
    {
        public int Id { get; set; }
        public string Data { get; set; } = "";
    }

    public class Product { public int Id { get; set; } }

    public class WidgetDb(DbContextOptions<WidgetDb> options) : DbContext(options)
    {
        public DbSet<Widget> Widgets => Set<Widget>();
        public DbSet<Product> Products => Set<Product>();
    }
}
