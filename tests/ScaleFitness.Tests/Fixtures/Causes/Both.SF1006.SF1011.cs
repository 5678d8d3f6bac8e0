var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession();
var app = builder.Build();
app.UseSession();
app.MapPost("/basket/{sku}", (string sku, HttpContext http) => http.Session.SetString("basket", sku));
app.MapGet("/basket", (HttpContext http) => http.Session.GetString("basket"));
app.Run();
