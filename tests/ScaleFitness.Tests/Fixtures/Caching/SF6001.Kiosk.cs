// composed
using Contoso.Web;
using Microsoft.Extensions.Caching.Memory;

// The package's cache has a limit that no code of the app sets.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddContosoMemory();
var app = builder.Build();
app.MapGet("/papers/{id}", (string id, IMemoryCache cache) => cache.Set(id, 1));
app.Run();
