using Storefront.Data;

namespace Storefront.Customers;

/// <summary>Who our customers are.</summary>
public interface ICustomerDirectory
{
    Task<List<Customer>> ActiveAsync(CancellationToken cancel);

    Task<Customer?> ByEmailAsync(string email, CancellationToken cancel);
}
