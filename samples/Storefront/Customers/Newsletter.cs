using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Customers;

/// <summary>Subscribes whoever is not yet subscribed. Two clicks at once are two rows, and two letters ever after.</summary>
public static class Newsletter
{
    public static void MapNewsletter(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/newsletter", async (string email, StorefrontDb db, CancellationToken cancel) =>
        {
            if (!await db.Subscribers.AnyAsync(subscriber => subscriber.Email == email, cancel))
            {
                db.Subscribers.Add(new Subscriber { Email = email, Since = DateTime.UtcNow });
                await db.SaveChangesAsync(cancel);
            }
        }).RequireRateLimiting(RateLimits.PerCaller);
}
