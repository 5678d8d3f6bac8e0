// composed
using Contoso.Web;
using Microsoft.Extensions.Caching.Distributed;

// The cache that a package registers.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddContosoStore();
builder.Services.AddControllersWithViews();
var app = builder.Build();
app.MapGet("/rates/{id}", async (string id, IDistributedCache cache) => await cache.GetStringAsync("rate:" + id));
app.Run();
