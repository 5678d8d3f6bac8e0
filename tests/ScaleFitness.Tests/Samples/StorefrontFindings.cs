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

        new("SF1002", "Counters/CounterEndpoints.cs", "visits.MapPost(\"/ticket\", () => Interlocked.Increment(ref _ticket));"),
        new("SF1003", "Stock/Reservations.cs", "private readonly ConcurrentDictionary<string, string> _holders = new();"),
        new("SF1005", "Accounts/AccountServices.cs", "services.AddSingleton<MemberDiscount>();"),
        new("SF1006", "Baskets/BasketServices.cs", "services.AddSession(session => session.IdleTimeout = TimeSpan.FromHours(1));"),
        new("SF1007", "Notifications/NotificationServices.cs", "services.AddSignalR(); // reaches the clients of one instance"),
        new("SF1007", "Notifications/OrderHub.cs", "private static readonly ConcurrentDictionary<string, int> _viewers = new();"),
        new("SF1008", "Baskets/BasketServices.cs", "services.AddSession(session => session.IdleTimeout = TimeSpan.FromHours(1));"),
        new("SF1009", "Exports/TermsFile.cs", "await using var target = File.Create(Path.Combine(host.WebRootPath, \"terms.pdf\"));"),
        new("SF1010", "Background/BasketCleanup.cs", "while (await timer.WaitForNextTickAsync(stoppingToken))"),
        new("SF1011", "Pages/PageServices.cs", "services.AddOutputCache(); // in memory: what one instance evicts, the others go on serving"),
        new("SF1012", "Notifications/NotificationServices.cs", "services.AddSingleton(Channel.CreateBounded<Mail>(500));"),
        new("SF1013", "appsettings.json", "\"Storefront\": \"Host=localhost;Database=storefront;Username=storefront\","),

        new("SF3001", "Stock/ShelfPlan.cs", "lock (_gate)"),
        new("SF3002", "Stock/LockedStock.cs", "await _gate.WaitAsync(cancel);"),
        new("SF3003", "Loyalty/MemberCard.cs", "public string Points(string email) => $\"{loyalty.PointsAsync(email, CancellationToken.None).Result} points\";"),
        new("SF3004", "Exports/PartnerFeed.cs", "File.ReadAllText(Path.Combine(configuration[\"Feeds\"] ?? \"/feeds\", $\"{partner}.csv\"));"),
        new("SF3005", "Loyalty/MemberCard.cs", "var tier = await loyalty.TierAsync(email, cancel);"),
        new("SF3006", "Notifications/NotificationEndpoints.cs", "_ = Task.Run(() => client.MailAsync(new Mail(email, \"How did we do?\"), CancellationToken.None));"),
        new("SF3007", "Bundles/BundleEndpoints.cs", "await Task.WhenAll(skus.Select(sku => client.ReadAsync(sku, cancel))));"),
        new("SF3008", "Bundles/BundleWeight.cs", "weight += await OfAsync(part, cancel);"),
        new("SF3009", "Notifications/NotificationEndpoints.cs", "async (customer, token) => await client.MailAsync(new Mail(customer.Email, text), token)));"),
        new("SF3010", "Baskets/WishList.cs", "await redis.StringSetAsync($\"wishes:{customer}\", JsonSerializer.Serialize(skus));"),
        new("SF3011", "Jobs/DayClosing.cs", "if (!await redis.StringSetAsync(\"lock:closing\", \"closing\", when: When.NotExists))"),
        new("SF3011", "Jobs/DayClosing.cs", "await redis.KeyDeleteAsync(\"lock:closing\");"),
        new("SF3012", "Counters/CounterEndpoints.cs", "visits.MapPost(\"/all\", async (IDatabase redis) => await redis.StringIncrementAsync(\"visits\"));"),
        new("SF3013", "Notifications/MailWorker.cs", "await messages.MailAsync(mail, stoppingToken);"),
        new("SF3014", "Jobs/JobEndpoints.cs", "await Task.Delay(500);"),
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
        new("SF2022", "Reviews/ReviewEndpoints.cs", "var latest = await db.Reviews.AsNoTracking().Where(review => review.ProductId == product).OrderByDescending(review => review.WrittenAt).Take(50).ToListAsync(cancel);"),
        new("SF2023", "Catalogue/CatalogueEndpoints.cs", "await db.Products.AsNoTracking().Matching(text).ToListAsync(cancel));"),
        new("SF2023", "Catalogue/CatalogueEndpoints.cs", "await db.Products.AsNoTracking().Matching(text).OrderBy(product => product.Name).Page(0, 10).ToListAsync(cancel));"),
        new("SF2023", "Reports/SalesFigures.cs", "db.Orders.CountAsync(order => order.PlacedAt.Date == day, cancel);"),
        new("SF2024", "Visits/VisitQueries.cs", "await foreach (var _ in tables.GetTableClient(\"visits\").QueryAsync<Visit>(visit => visit.Sku == sku, cancellationToken: cancel))"),
    ];
}
