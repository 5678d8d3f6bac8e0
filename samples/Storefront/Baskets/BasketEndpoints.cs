using Storefront.Limits;

namespace Storefront.Baskets;

/// <summary>The basket is in the session, and the session in the memory of the instance that wrote it.</summary>
public static class BasketEndpoints
{
    public static void MapBaskets(this IEndpointRouteBuilder app)
    {
        var baskets = app.MapGroup("/api/baskets").RequireRateLimiting(RateLimits.PerCaller);

        baskets.MapPost("/mine/{sku}", (string sku, HttpContext context) =>
            context.Session.SetString("basket", $"{context.Session.GetString("basket")} {sku}"));

        baskets.MapPost("/{customer:int}/wishes/{sku}", async (int customer, string sku, WishList wishes) =>
            await wishes.AddAsync(customer, sku));

        baskets.MapPost("/{customer:int}/watched/{sku}", async (int customer, string sku, WatchList watched) =>
            await watched.AddAsync(customer, sku));
    }
}
