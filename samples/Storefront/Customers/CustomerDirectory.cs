using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Customers;

/// <summary>Reads through <see cref="ReadRetry"/>, because the read replica is moody.</summary>
public class CustomerDirectory(StorefrontDb db, ReadRetry retry) : ICustomerDirectory
{
    public Task<List<Customer>> ActiveAsync(CancellationToken cancel) =>
        retry.RunAsync(token => db.Customers.AsNoTracking().Where(customer => customer.Active).ToListAsync(token), cancel);

    public Task<Customer?> ByEmailAsync(string email, CancellationToken cancel) =>
        retry.RunAsync(token => db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Email == email, token), cancel);
}
