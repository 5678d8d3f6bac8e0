namespace ScaleFitness.Tests.Samples;

/// <summary>One finding in the sample shop: the rule, the file below <c>samples/Storefront</c>, and the source line it stands on.</summary>
public sealed record SampleFinding(string Rule, string File, string Line);

/// <summary>Every defect of the sample shop. The sample itself does not mark them: it is to look like code that people write.</summary>
public static class StorefrontFindings
{
    /// <summary>The rules that the list speaks of; the sample makes no promise about others.</summary>
    public static IReadOnlySet<string> Rules => All.Select(finding => finding.Rule).ToHashSet();

    /// <summary>The exact set: what is not here must not be found.</summary>
    public static IReadOnlyList<SampleFinding> All { get; } =
    [
        new("SF1001", "Catalogue/PriceService.cs", "private static readonly Dictionary<string, decimal> _prices = new();"),
        new("SF1001", "Catalogue/SearchTerms.cs", "private readonly ConcurrentDictionary<string, int> _seen = new();"),
        new("SF1001", "Catalogue/CatalogueEndpoints.cs", "var visits = 0;"),

        new("SF1004", "Background/BasketCleanup.cs", "_db = scopes.CreateScope().ServiceProvider.GetRequiredService<StorefrontDb>();"),
        new("SF1004", "Catalogue/Recommendations.cs", "_products = products;"),
        new("SF1004", "Data/DataServices.cs", "services.AddDbContext<AuditDb>(options => options.UseNpgsql(connection, npgsql => npgsql.EnableRetryOnFailure()), ServiceLifetime.Singleton);"),

        new("SF2001", "Catalogue/CatalogueEndpoints.cs", "await db.Products.AsNoTracking().ToListAsync(cancel));"),
        new("SF2001", "Catalogue/CatalogueEndpoints.cs", "await db.Products.AsNoTracking().Matching(text).ToListAsync(cancel));"),
        new("SF2001", "Orders/OrderService.cs", "return await query.ToListAsync(cancel);"),
        new("SF2001", "Customers/CustomerDirectory.cs", "retry.RunAsync(token => db.Customers.AsNoTracking().Where(customer => customer.Active).ToListAsync(token), cancel);"),

        new("SF4001", "Customers/CustomersController.cs", "await customers.ActiveAsync(cancel);"),
        new("SF4001", "Orders/OrderEndpoints.cs", "app.MapPost(\"/api/orders/{id:int}/payment\", async (int id, IOrderService service, CancellationToken cancel) =>"),

        new("SF5001", "Shipping/ShippingEndpoints.cs", "using var http = new HttpClient();"),
        new("SF5001", "Shipping/WebRequests.cs", "var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };"),

        new("SF5002", "Shipping/ShippingServices.cs", "services.AddHttpClient<IParcelTracking, CarrierTracking>(http => http.BaseAddress = new Uri(configuration[\"Carrier:Url\"]!));"),
        new("SF5002", "Shipping/WarehouseStock.cs", "using var http = clients.CreateClient();"),

        new("SF2002", "Invoices/InvoiceWriter.cs", "total += line.Quantity * await PriceOfAsync(line.Sku, cancel);"),
        new("SF2003", "Imports/ProductImport.cs", "await db.SaveChangesAsync(cancel);"),
        new("SF2004", "Reports/SalesFigures.cs", "db.Orders.SumAsync(order => order.Total, cancel);"),
        new("SF2005", "Reports/OpenOrders.cs", "return orders.Where(order => order.Status == OrderStatus.Placed).OrderBy(order => order.PlacedAt).Take(10).ToList();"),
        new("SF2006", "Invoices/OrderFile.cs", "db.Orders.AsNoTracking()"),
        new("SF2007", "Reviews/ReviewEndpoints.cs", "await db.Reviews.AsNoTracking().OrderByDescending(review => review.WrittenAt).Take(count).ToListAsync(cancel));"),
        new("SF2008", "Data/Paging.cs", "query"),
        new("SF2009", "Archive/OrderArchive.cs", "return await connection.QueryAsync<ArchivedOrder>(\"SELECT id, country, total FROM archived_orders WHERE country = @country ORDER BY id\", new { country });"),
        new("SF2010", "Invoices/InvoiceNumbers.cs", "await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);"),
        new("SF2011", "Refunds/RefundService.cs", "await payments.RefundAsync(id, amount, cancel);"),
        new("SF2012", "Customers/CustomerDirectory.cs", "retry.RunAsync(token => db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Email == email, token), cancel);"),
        new("SF2013", "Reviews/ReviewEndpoints.cs", "await db.Reviews.Where(review => review.ProductId == product).OrderByDescending(review => review.Stars).Take(20).ToListAsync(cancel));"),
        new("SF2014", "Archive/ArchiveRemoval.cs", "var connection = await source.OpenConnectionAsync(cancel);"),
        new("SF2015", "Data/DataServices.cs", "services.AddDbContext<StorefrontDb>(options => options.UseNpgsql(connection));"),
        new("SF2016", "Reviews/ReviewModeration.cs", "review.Hidden = true;"),
        new("SF2017", "Customers/Newsletter.cs", "if (!await db.Subscribers.AnyAsync(subscriber => subscriber.Email == email, cancel))"),
        new("SF2019", "Visits/VisitLog.cs", "var visit = new Visit { PartitionKey = DateTime.UtcNow.ToString(\"yyyy-MM-dd\"), RowKey = $\"{visitor}-{Guid.NewGuid()}\", Sku = sku };"),
        new("SF2020", "Orders/OrderService.cs", "order.PaymentReference = await payments.ChargeAsync(order, cancel);"),
        new("SF2021", "Reports/ProductFeed.cs", "db.Products.AsNoTracking().Skip(batch * Size).Take(Size).ToListAsync(cancel);"),
        new("SF2023", "Catalogue/CatalogueEndpoints.cs", "await db.Products.AsNoTracking().Matching(text).ToListAsync(cancel));"),
        new("SF2023", "Catalogue/CatalogueEndpoints.cs", "await db.Products.AsNoTracking().Matching(text).OrderBy(product => product.Name).Page(0, 10).ToListAsync(cancel));"),
        new("SF2023", "Reports/SalesFigures.cs", "db.Orders.CountAsync(order => order.PlacedAt.Date == day, cancel);"),
        new("SF2024", "Visits/VisitQueries.cs", "await foreach (var _ in tables.GetTableClient(\"visits\").QueryAsync<Visit>(visit => visit.Sku == sku, cancellationToken: cancel))"),
    ];
}
