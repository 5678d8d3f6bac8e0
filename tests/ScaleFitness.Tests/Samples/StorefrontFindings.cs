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
        new("SF1004", "Data/DataServices.cs", "services.AddDbContext<AuditDb>(options => options.UseNpgsql(connection), ServiceLifetime.Singleton);"),

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
    ];
}
