using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Invoices;

/// <summary>An order with all that belongs to it: thirty lines and thirty events are nine hundred rows, or twice thirty.</summary>
public class OrderFile(StorefrontDb db)
{
    public Task<Order?> OfAsync(int id, CancellationToken cancel) =>
        db.Orders.AsNoTracking()
            .Include(order => order.Lines)
            .Include(order => order.Events)
            .FirstOrDefaultAsync(order => order.Id == id, cancel);

    public Task<Order?> WithHistoryAsync(int id, CancellationToken cancel) =>
        db.Orders.AsNoTracking().AsSplitQuery()
            .Include(order => order.Lines)
            .Include(order => order.Events.OrderBy(happening => happening.At))
            .FirstOrDefaultAsync(order => order.Id == id, cancel);
}
