using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>The databases. No connection is opened before the first query.</summary>
public static class DataServices
{
    public static IServiceCollection AddStorefrontData(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Storefront");
        services.AddDbContext<StorefrontDb>(options => options.UseNpgsql(connection));

        // "The audit trail only ever adds rows, so one context will do."
        services.AddDbContext<AuditDb>(options => options.UseNpgsql(connection, npgsql => npgsql.EnableRetryOnFailure()), ServiceLifetime.Singleton);
        services.AddScoped<AuditTrail>();

        services.AddScoped<IProductRepository, ProductRepository>();
        services.AddScoped<IOrderRepository, OrderRepository>();
        return services;
    }
}
