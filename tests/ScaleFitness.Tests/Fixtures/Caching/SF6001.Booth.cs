// composed
using Microsoft.Extensions.Caching.Memory;

// The limit hangs on a setting, and no setting sets it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMemoryCache(options =>
{
    if (builder.Configuration.GetValue<bool>("Cache:Limited"))
        options.SizeLimit = 1_000;
});
var app = builder.Build();
app.MapGet("/photos/{id}", (string id, IMemoryCache cache) => cache.Set(id, new byte[10])); // finding SF6001 HIGH @high
app.MapGet("/frames/{id}", (string id, IMemoryCache cache) => cache.Set(id, 1, TimeSpan.FromSeconds(30)));
app.Run();
