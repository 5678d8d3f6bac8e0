namespace Storefront.Shipping;

/// <summary>Uses the factory, and still nothing that retries or gives up.</summary>
public class WarehouseStock(IHttpClientFactory clients, IConfiguration configuration)
{
    public async Task<string> OfAsync(string sku, CancellationToken cancel)
    {
        using var http = clients.CreateClient();
        return await http.GetStringAsync($"{configuration["Warehouse:Url"]}stock/{Uri.EscapeDataString(sku)}", cancel);
    }
}
