using Storefront.Limits;

namespace Storefront.Loyalty;

/// <summary>The member's card.</summary>
public static class LoyaltyEndpoints
{
    public static void MapLoyalty(this IEndpointRouteBuilder app)
    {
        var loyalty = app.MapGroup("/api/loyalty").RequireRateLimiting(RateLimits.PerCaller);

        loyalty.MapGet("/{email}/points", (string email, MemberCard card) => card.Points(email));

        loyalty.MapGet("/{email}/card/slow", async (string email, MemberCard card, CancellationToken cancel) => await card.SlowlyAsync(email, cancel));

        loyalty.MapGet("/{email}/card", async (string email, MemberCard card, CancellationToken cancel) => await card.TextAsync(email, cancel));
    }
}
