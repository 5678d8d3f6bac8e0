using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

// A factory makes the cache; what it makes is in memory all the same.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IDistributedCache>(_ => new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
builder.Services.AddSession(); // finding SF1006 BLOCKER @high
var app = builder.Build();
app.UseSession();
app.MapPost("/cart", (HttpContext context, string item) => Cart.Add(context, item));
app.Run();

public static class Cart
{
    public static void Add(HttpContext context, string item)
    {
        var session = context.Session;
        void Store(string text) => session.SetString("cart", text);
        Store((session.GetString("cart") ?? "") + item);
    }
}
