using Microsoft.Extensions.Caching.Memory;

// A size limit: the cache refuses what does not fit.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMemoryCache(options => options.SizeLimit = 10_000);
builder.Services.AddSingleton<Own>();
var app = builder.Build();
app.MapGet("/thumbs/{id}", (string id, IMemoryCache cache) => cache.Set(id, new byte[10]));
app.MapGet("/own/{id}", (string id, Own own) => own.Of(id));
app.MapGet("/wild/{id}", (string id, Own own) => own.Wild(id));
app.Run();

public class Own
{
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 100 });
    private readonly IMemoryCache _wild = new MemoryCache(new MemoryCacheOptions());

    public int Of(string id) => _cache.Set(id, 1);

    public int Wild(string id) => _wild.Set(id, 1); // finding SF6001 HIGH: the limit is another cache's
}
