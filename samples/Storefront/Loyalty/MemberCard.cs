namespace Storefront.Loyalty;

/// <summary>What is printed on a member's card, in three ways.</summary>
public class MemberCard(LoyaltyClient loyalty)
{
    // A thread waits for the partner, and with enough requests all of them do.
    public string Points(string email) => $"{loyalty.PointsAsync(email, CancellationToken.None).Result} points";

    // The second question waits for the first one's answer without needing it.
    public async Task<string> SlowlyAsync(string email, CancellationToken cancel)
    {
        var points = await loyalty.PointsAsync(email, cancel);
        var tier = await loyalty.TierAsync(email, cancel);
        return $"{tier}: {points} points";
    }

    public async Task<string> TextAsync(string email, CancellationToken cancel)
    {
        var points = loyalty.PointsAsync(email, cancel);
        var tier = loyalty.TierAsync(email, cancel);
        await Task.WhenAll(points, tier);
        return $"{await tier}: {await points} points";
    }
}
