using Storefront.Limits;

namespace Storefront.Stock;

/// <summary>Where things stand, and who holds them.</summary>
public static class StockEndpoints
{
    public static void MapStock(this IEndpointRouteBuilder app)
    {
        var stock = app.MapGroup("/api/stock/{sku}").RequireRateLimiting(RateLimits.PerCaller);

        stock.MapPost("/hold", (string sku, string customer, Reservations reservations) => reservations.TryReserve(sku, customer));

        stock.MapPost("/reserve", async (string sku, string customer, SharedReservations reservations) =>
            await reservations.TryReserveAsync(sku, customer));

        stock.MapPost("/take", async (string sku, LockedStock locked, CancellationToken cancel) => await locked.TakeAsync(sku, cancel));

        stock.MapPost("/buy", async (string sku, CountedStock counted, CancellationToken cancel) => await counted.TakeAsync(sku, cancel));

        stock.MapGet("/place", (string sku, ShelfPlan shelves, AislePlan aisles) => $"{aisles.Of(sku)}, {shelves.Of(sku)}");
    }
}
