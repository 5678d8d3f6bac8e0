using Microsoft.Extensions.Caching.Memory;

// Registered and never asked; the app's cache is one that knows it is local.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddMemoryCache();
var app = builder.Build();
app.MapGet("/", (IMemoryCache cache) => cache.GetOrCreate("motd", entry => "hello"));
app.Run();
