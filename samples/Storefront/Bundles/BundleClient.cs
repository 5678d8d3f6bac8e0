namespace Storefront.Bundles;

/// <summary>Asks the packers what is in a bundle.</summary>
public class BundleClient(HttpClient http)
{
    public async Task<Bundle> ReadAsync(string sku, CancellationToken cancel) =>
        await http.GetFromJsonAsync<Bundle>($"bundles/{Uri.EscapeDataString(sku)}", cancel) ?? new Bundle(sku, 0, 0, []);
}
