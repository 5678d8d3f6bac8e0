using Microsoft.AspNetCore.Mvc;
using Storefront.Data;

namespace Storefront.Customers;

/// <summary>Customers, for the staff. Nobody thought of a limit here.</summary>
[ApiController]
[Route("api/customers")]
public class CustomersController(ICustomerDirectory customers) : ControllerBase
{
    [HttpGet("active")]
    public async Task<List<Customer>> Active(CancellationToken cancel) =>
        await customers.ActiveAsync(cancel);
}
