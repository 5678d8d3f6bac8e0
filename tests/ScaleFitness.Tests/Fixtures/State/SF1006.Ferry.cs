// composed
using Contoso.Web;

// A package sets the session up, its cache too: no call of the code says so.
var builder = WebApplication.CreateBuilder(args); // finding SF1006 BLOCKER @high
builder.Services.AddContosoSession();
var app = builder.Build();
app.UseContosoSession();
app.MapPost("/berths/{berth:int}", (int berth, HttpContext context) => context.Session.SetInt32("berth", berth));
app.MapGet("/berths", async (HttpContext context) =>
{
    await context.Session.LoadAsync();
    return context.Session.GetInt32("berth");
});
app.Run();
