using Storefront.Archive;
using Storefront.Background;
using Storefront.Catalogue;
using Storefront.Customers;
using Storefront.Data;
using Storefront.Imports;
using Storefront.Invoices;
using Storefront.Limits;
using Storefront.Orders;
using Storefront.Payments;
using Storefront.Refunds;
using Storefront.Reports;
using Storefront.Reviews;
using Storefront.Shipping;
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
builder.Services.AddReviews();
builder.Services.AddReports();
builder.Services.AddInvoices();
builder.Services.AddRefunds();
builder.Services.AddImports();
builder.Services.AddArchive(builder.Configuration);
builder.Services.AddVisits(builder.Configuration);
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
app.MapReviews();
app.MapReports();
app.MapInvoices();
app.MapRefunds();
app.MapImports();
app.MapNewsletter();
app.MapArchive();
app.MapVisits();

app.Run();
