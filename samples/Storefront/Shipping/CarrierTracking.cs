namespace Storefront.Shipping;

/// <summary>A typed client, but a naked one: when the carrier is slow, the shop is slow.</summary>
public class CarrierTracking(HttpClient http) : IParcelTracking
{
    public async Task<string> WhereAsync(string number, CancellationToken cancel) =>
        await http.GetStringAsync($"parcels/{Uri.EscapeDataString(number)}", cancel);
}
