using Microsoft.AspNetCore.OutputCaching;

// Answers are dropped by their tag after a change: on the instance that made it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOutputCache(o => o.AddBasePolicy(p => p.Tag("menu"))); // finding SF1011 HIGH @high
var app = builder.Build();
app.UseOutputCache();
app.MapGet("/menu", () => "soup").CacheOutput();
app.MapPost("/menu", Menu.ChangeAsync);
app.Run();

public static class Menu
{
    public static async Task<string> ChangeAsync(string dish, IOutputCacheStore store, CancellationToken token)
    {
        await store.EvictByTagAsync("menu", token);
        return dish;
    }
}
