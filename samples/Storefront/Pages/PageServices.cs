namespace Storefront.Pages;

/// <summary>The pages' caches.</summary>
public static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddOutputCache(); // in memory: what one instance evicts, the others go on serving
        services.AddMemoryCache(memory => memory.SizeLimit = 1_000);
        return services;
    }
}
