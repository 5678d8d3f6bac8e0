using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Payments;

namespace Storefront.Refunds;

/// <summary>A change of our data and a call to the payment provider. Which of them is inside the transaction matters.</summary>
public class RefundService(StorefrontDb db, IPaymentClient payments)
{
    // The order's row stays locked, and the connection taken, until the provider has answered.
    public async Task RefundAsync(int id, decimal amount, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await CancelAsync(id, cancel);
        await payments.RefundAsync(id, amount, cancel);
        await transaction.CommitAsync(cancel);
    }

    public async Task RefundCancelledAsync(int id, decimal amount, CancellationToken cancel)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await CancelAsync(id, cancel);
            await transaction.CommitAsync(cancel);
        }

        await payments.RefundAsync(id, amount, CancellationToken.None); // what is committed is to be done, whoever hangs up
    }

    private Task CancelAsync(int id, CancellationToken cancel) =>
        db.Orders.Where(order => order.Id == id).ExecuteUpdateAsync(change => change.SetProperty(order => order.Status, OrderStatus.Cancelled), cancel);
}
