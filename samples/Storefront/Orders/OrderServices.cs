namespace Storefront.Orders;

/// <summary>The orders' services.</summary>
public static class OrderServices
{
    public static IServiceCollection AddOrders(this IServiceCollection services) =>
        services.AddScoped<IOrderService, OrderService>();
}
