using Microsoft.EntityFrameworkCore;
using Shop;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(options => options.UseInMemoryDatabase("shop"));
var app = builder.Build();

app.MapGet("/orders", (ShopDb db) => db.Orders.ToListAsync());
app.MapGet("/orders/archived", (ShopDb db) => Archive.List(db));
app.MapGet("/prices/{sku}", async (string sku, ShopDb db) => await Prices.Of(sku, db));

app.Run();
