using Storefront.Data;

namespace Storefront.Payments;

/// <summary>The payment provider.</summary>
public interface IPaymentClient
{
    Task<string> ChargeAsync(Order order, CancellationToken cancel);

    Task RefundAsync(int order, decimal amount, CancellationToken cancel);
}
