using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Orders;

/// <summary>Orders as the shop's pages ask for them. The group's limit counts for everything mapped on it.</summary>
public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/api/orders").RequireRateLimiting(RateLimits.PerCaller);

        orders.MapGet("/recent/{customer:int}", async (int customer, IOrderService service, CancellationToken cancel) =>
            await service.RecentAsync(customer, cancel));

        orders.MapGet("/status/{status}", async (OrderStatus status, IOrderService service, CancellationToken cancel) =>
            await service.WithStatusAsync(status, cancel));

        // Mapped on the app instead of the group: no limit, and it costs the payment provider's money.
        app.MapPost("/api/orders/{id:int}/payment", async (int id, IOrderService service, CancellationToken cancel) =>
            await service.PayAsync(id, cancel) ? Results.NoContent() : Results.Conflict());
    }
}
