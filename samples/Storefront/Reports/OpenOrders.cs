using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reports;

/// <summary>The same question twice: to the app's memory, and to the database.</summary>
public class OpenOrders(StorefrontDb db)
{
    public async Task<List<Order>> OldestAsync(CancellationToken cancel)
    {
        var orders = await db.Orders.AsNoTracking().ToListAsync(cancel);
        return orders.Where(order => order.Status == OrderStatus.Placed).OrderBy(order => order.PlacedAt).Take(10).ToList();
    }

    public Task<List<Order>> NewestAsync(CancellationToken cancel) =>
        db.Orders.AsNoTracking()
            .Where(order => order.Status == OrderStatus.Placed)
            .OrderByDescending(order => order.PlacedAt)
            .Take(10)
            .ToListAsync(cancel);
}
