using Storefront.Data;

namespace Storefront.Orders;

/// <summary>What customers and staff do with orders.</summary>
public interface IOrderService
{
    Task<List<Order>> WithStatusAsync(OrderStatus status, CancellationToken cancel);

    Task<List<Order>> RecentAsync(int customer, CancellationToken cancel);

    Task<bool> PayAsync(int id, CancellationToken cancel);
}
