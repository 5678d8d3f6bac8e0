namespace Storefront.Loyalty;

/// <summary>The partner's two questions.</summary>
public class LoyaltyClient(HttpClient http)
{
    public async Task<int> PointsAsync(string email, CancellationToken cancel) =>
        await http.GetFromJsonAsync<int>($"points/{Uri.EscapeDataString(email)}", cancel);

    public async Task<string> TierAsync(string email, CancellationToken cancel) =>
        await http.GetStringAsync($"tiers/{Uri.EscapeDataString(email)}", cancel);
}
