using Storefront.Background;
using Storefront.Catalogue;
using Storefront.Customers;
using Storefront.Data;
using Storefront.Limits;
using Storefront.Orders;
using Storefront.Payments;
using Storefront.Shipping;

// A small shop, as shops are written. Half of it will not survive its second instance or its tenfold data; the other half
// shows the same tasks done well. `dotnet test samples/Storefront.Tests` tells which is which.
var builder = WebApplication.CreateBuilder(args);

builder.Services.AddControllers();
builder.Services.AddLimits();
builder.Services.AddStorefrontData(builder.Configuration);
builder.Services.AddCatalogue();
builder.Services.AddOrders();
builder.Services.AddCustomers();
builder.Services.AddPayments(builder.Configuration);
builder.Services.AddShipping(builder.Configuration);
builder.Services.AddHostedService<StockReport>();
builder.Services.AddHostedService<BasketCleanup>();

var app = builder.Build();

app.UseRateLimiter();
app.MapControllers();
app.MapCatalogue();
app.MapOrders();
app.MapCustomers();
app.MapShipping();
app.MapStatistics();

app.Run();
