using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reports;

/// <summary>Sums and counts: what the database reads for one number makes the difference.</summary>
public class SalesFigures(StorefrontDb db)
{
    // Of every order there ever was, for every look at the page.
    public Task<decimal> TurnoverAsync(CancellationToken cancel) =>
        db.Orders.SumAsync(order => order.Total, cancel);

    public Task<decimal> TurnoverOfAsync(int customer, CancellationToken cancel) =>
        db.Orders.Where(order => order.CustomerId == customer).SumAsync(order => order.Total, cancel);

    // PlacedAt has an index. Its date has none.
    public Task<int> OrdersOnAsync(DateTime day, CancellationToken cancel) =>
        db.Orders.CountAsync(order => order.PlacedAt.Date == day, cancel);

    public Task<int> OrdersInWeekAsync(DateTime day, CancellationToken cancel) =>
        db.Orders.CountAsync(order => order.PlacedAt >= day && order.PlacedAt < day.AddDays(7), cancel);
}
