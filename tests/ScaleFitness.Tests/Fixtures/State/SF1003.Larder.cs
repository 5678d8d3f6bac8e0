using System.Collections.Concurrent;
using Larder;
using Microsoft.AspNetCore.Mvc;

// Collections of the framework that the container hands out as they are.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<ConcurrentDictionary<string, Basket>>(); // finding SF1003 HIGH
builder.Services.AddSingleton(new Dictionary<int, Recipe>()); // finding SF1003 HIGH
builder.Services.AddSingleton<IList<Note>>(new List<Note>()); // finding SF1003 HIGH
builder.Services.AddSingleton<ConcurrentDictionary<Guid, SemaphoreSlim>>(); // finding SF1003 MEDIUM
builder.Services.AddSingleton(_ => new HashSet<string>()); // finding SF1003 HIGH
builder.Services.AddSingleton<ConcurrentDictionary<Type, string>>();
builder.Services.AddSingleton<Dictionary<string, decimal>>(_ => new() { ["salt"] = 1 });
builder.Services.AddScoped<List<Change>>();
builder.Services.AddSingleton<ConcurrentBag<Crumb>>();
builder.Services.AddSingleton<Cellar>();
builder.Services.AddScoped<IBaskets, Baskets>();
builder.Services.AddScoped<Locks>();
var app = builder.Build();
app.Services.GetRequiredService<ConcurrentBag<Crumb>>().Add(new Crumb(1));
app.MapControllers();
app.MapPost("/recipes", (Recipe recipe, Dictionary<int, Recipe> recipes) => recipes[recipe.Id] = recipe);
app.MapPost("/notes", (Note note, HttpContext context) => context.RequestServices.GetRequiredService<IList<Note>>().Add(note));
app.MapGet("/prices/{name}", (string name, Dictionary<string, decimal> prices) => prices[name]);
app.MapPost("/changes", (Change change, List<Change> changes) =>
{
    changes.Add(change);
    return changes.Count;
});
app.MapGet("/crumbs", (ConcurrentBag<Crumb> crumbs) => crumbs.Count);
app.MapGet("/types", (ConcurrentDictionary<Type, string> names) => names.GetOrAdd(typeof(Recipe), t => t.Name));
app.MapGet("/locks/{id:guid}", async (Guid id, Locks locks) => await locks.HoldAsync(id));
app.MapGet("/seen/{name}", (string name, IServiceProvider services) => services.GetRequiredService<HashSet<string>>().Add(name));
app.MapGet("/words", (string text) =>
{
    var words = new Dictionary<int, Recipe>();
    foreach (var word in text.Split(' '))
        words[word.Length] = new Recipe(word.Length);
    return words.Count;
});
app.MapPost("/cellar", (string name, Cellar cellar) => cellar.Put(name));
app.Run();

namespace Larder
{
    public sealed record Basket(string Owner, List<int> Items);
    public sealed record Recipe(int Id);
    public sealed record Note(string Text);
    public sealed record Change(string What);
    public sealed record Crumb(int Size);

    [ApiController, Route("baskets")]
    public class BasketsController(IBaskets baskets) : ControllerBase
    {
        [HttpPost("{owner}")]
        public IActionResult Put(string owner, Basket basket)
        {
            baskets.Put(owner, basket);
            return NoContent();
        }
    }

    public interface IBaskets
    {
        void Put(string owner, Basket basket);
    }

    public sealed class Baskets : IBaskets
    {
        private readonly ConcurrentDictionary<string, Basket> _all;

        public Baskets(ConcurrentDictionary<string, Basket> all) => _all = all;

        public void Put(string owner, Basket basket) => _all.AddOrUpdate(owner, basket, (_, _) => basket);
    }

    public sealed class Locks(ConcurrentDictionary<Guid, SemaphoreSlim> gates)
    {
        public async Task<bool> HoldAsync(Guid id)
        {
            var gate = gates.GetOrAdd(id, _ => new SemaphoreSlim(1));
            return await gate.WaitAsync(10);
        }
    }

    // A singleton's own field has a place of its own.
    public sealed class Cellar
    {
        private readonly List<string> _bottles = []; // finding SF1003 HIGH

        public void Put(string name) => _bottles.Add(name);
    }
}
