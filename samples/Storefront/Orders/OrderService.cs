using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Payments;

namespace Storefront.Orders;

/// <summary>Orders, from placing to paying.</summary>
public class OrderService(IOrderRepository orders, IPaymentClient payments, AuditTrail audit) : IOrderService
{
    public async Task<List<Order>> WithStatusAsync(OrderStatus status, CancellationToken cancel)
    {
        var query = orders.WithStatus(status).OrderBy(order => order.PlacedAt);
        return await query.ToListAsync(cancel);
    }

    public Task<List<Order>> RecentAsync(int customer, CancellationToken cancel) => orders.RecentAsync(customer, cancel);

    public async Task<bool> PayAsync(int id, CancellationToken cancel)
    {
        if (await orders.FindAsync(id, cancel) is not { Status: OrderStatus.Placed } order)
            return false;

        order.PaymentReference = await payments.ChargeAsync(order, cancel);
        order.Status = OrderStatus.Paid;
        await orders.SaveAsync(order, cancel);
        await audit.WriteAsync($"order {id} paid", cancel);
        return true;
    }
}
