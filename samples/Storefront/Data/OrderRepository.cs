using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>Hands out a query where the caller is to decide how much of it is read.</summary>
public class OrderRepository(StorefrontDb db) : IOrderRepository
{
    public IQueryable<Order> WithStatus(OrderStatus status) =>
        db.Orders.AsNoTracking().Where(order => order.Status == status);

    public Task<List<Order>> RecentAsync(int customer, CancellationToken cancel) =>
        db.Orders.AsNoTracking()
            .Where(order => order.CustomerId == customer)
            .OrderByDescending(order => order.PlacedAt)
            .Take(20)
            .ToListAsync(cancel);

    public Task<Order?> FindAsync(int id, CancellationToken cancel) =>
        db.Orders.SingleOrDefaultAsync(order => order.Id == id, cancel);

    public async Task SaveAsync(Order order, CancellationToken cancel)
    {
        db.Orders.Update(order);
        await db.SaveChangesAsync(cancel);
    }
}
