// An ordinary shop: what binds its clients to instances stands beside it.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "shop");
app.MapGet("/about", () => "about");
app.MapGet("/products/{id:int}", (int id) => id);
app.MapGet("/basket", () => Array.Empty<int>());
app.MapPost("/basket", (int product) => product);
app.MapDelete("/basket/{product:int}", (int product) => product);
app.MapPost("/orders", () => Results.Accepted());
app.MapGet("/orders/{id:int}", (int id) => id);
app.MapGet("/returns", () => Results.Ok());
app.MapPost("/returns", () => Results.Ok());
app.MapGet("/help", () => Results.Ok());
app.MapGet("/contact", () => Results.Ok());
app.Run();
