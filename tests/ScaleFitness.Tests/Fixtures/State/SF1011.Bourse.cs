// composed
using Contoso.Web;
using Microsoft.Extensions.Caching.Distributed;

// No call says that the cache is in memory: the package's session brings it.
var builder = WebApplication.CreateBuilder(args); // finding SF1011 HIGH @high
builder.Services.AddContosoSession();
var app = builder.Build();
app.MapGet("/rates/{id}", async (string id, IDistributedCache cache) => await cache.GetStringAsync("rate:" + id));
app.MapPost("/rates/{id}", (string id, IDistributedCache cache) => cache.Remove("rate:" + id));
app.Run();
