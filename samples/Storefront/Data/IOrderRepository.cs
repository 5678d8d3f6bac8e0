namespace Storefront.Data;

/// <summary>Orders, by what the shop asks of them.</summary>
public interface IOrderRepository
{
    IQueryable<Order> WithStatus(OrderStatus status);

    Task<List<Order>> RecentAsync(int customer, CancellationToken cancel);

    Task<Order?> FindAsync(int id, CancellationToken cancel);

    Task SaveAsync(Order order, CancellationToken cancel);
}
