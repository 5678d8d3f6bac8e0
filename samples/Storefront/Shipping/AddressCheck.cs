namespace Storefront.Shipping;

/// <summary>Asks an outside service, by way of <see cref="WebRequests"/>.</summary>
public class AddressCheck(IConfiguration configuration) : IAddressCheck
{
    public async Task<bool> ExistsAsync(string street, CancellationToken cancel)
    {
        var url = new Uri($"{configuration["AddressCheck:Url"]}?street={Uri.EscapeDataString(street)}");
        return await url.DownloadAsync(cancel) == "yes";
    }
}
