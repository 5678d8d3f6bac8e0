using Storefront.Limits;

namespace Storefront.Customers;

/// <summary>One customer, and the endpoint the load balancer asks.</summary>
public static class CustomerEndpoints
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddSingleton<ReadRetry>();
        return services.AddScoped<ICustomerDirectory, CustomerDirectory>();
    }

    public static void MapCustomers(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health");

        app.MapGet("/api/customers/{email}", async (string email, ICustomerDirectory customers, CancellationToken cancel) =>
            await customers.ByEmailAsync(email, cancel) is { } customer ? Results.Ok(customer) : Results.NotFound())
            .RequireRateLimiting(RateLimits.PerCaller);
    }
}
