using Storefront.Payments;

namespace Storefront.Bundles;

/// <summary>Products that are made of products.</summary>
public static class BundleServices
{
    public static IServiceCollection AddBundles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<BundleClient>(http => http.BaseAddress = new Uri(configuration["Partners:Bundles"]!))
            .AddHttpMessageHandler<ResilienceHandler>();
        services.AddScoped<BundleWeight>();
        services.AddScoped<BundlePrice>();
        return services;
    }
}
