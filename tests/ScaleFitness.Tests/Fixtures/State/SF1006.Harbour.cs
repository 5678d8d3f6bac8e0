// composed
using Contoso.Web;

// What the tutorial says, and then the company's store, which answers in its place.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession();
builder.Services.AddContosoStore();
var app = builder.Build();
app.UseSession();
app.MapPost("/moorings", (HttpContext context) => context.Session.SetString("mooring", "7"));
app.Run();
