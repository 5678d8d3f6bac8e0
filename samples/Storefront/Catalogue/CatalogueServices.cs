using Storefront.Data;

namespace Storefront.Catalogue;

/// <summary>The catalogue's services.</summary>
public static class CatalogueServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<IPriceService, PriceService>();

        // The container refuses a scoped service in a singleton; a scope of one's own talks it round.
        services.AddSingleton<IRecommendations>(provider =>
            new Recommendations(provider.CreateScope().ServiceProvider.GetRequiredService<IProductRepository>()));
        return services;
    }
}
