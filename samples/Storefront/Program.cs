using Storefront.Accounts;
using Storefront.Background;
using Storefront.Baskets;
using Storefront.Bundles;
using Storefront.Catalogue;
using Storefront.Customers;
using Storefront.Data;
using Storefront.Exports;
using Storefront.Jobs;
using Storefront.Limits;
using Storefront.Loyalty;
using Storefront.Notifications;
using Storefront.Orders;
using Storefront.Pages;
using Storefront.Payments;
using Storefront.Redis;
using Storefront.Shipping;
using Storefront.Stock;
using Storefront.Visits;

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
builder.Services.AddSharedRedis(builder.Configuration);
builder.Services.AddAccounts();
builder.Services.AddBaskets();
builder.Services.AddBundles(builder.Configuration);
builder.Services.AddJobs();
builder.Services.AddLoyalty(builder.Configuration);
builder.Services.AddNotifications(builder.Configuration);
builder.Services.AddPages();
builder.Services.AddStock();
builder.Services.AddHostedService<StockReport>();
builder.Services.AddHostedService<BasketCleanup>();

var app = builder.Build();

app.UseRateLimiter();
app.UseAuthentication();
app.UseSession();
app.UseOutputCache();
app.MapControllers();
app.MapCatalogue();
app.MapOrders();
app.MapCustomers();
app.MapShipping();
app.MapStatistics();
app.MapAccounts();
app.MapBaskets();
app.MapBundles();
app.MapExports();
app.MapJobs();
app.MapLoyalty();
app.MapNotifications();
app.MapPages();
app.MapStock();
app.MapVisits();

app.Run();
