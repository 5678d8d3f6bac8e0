namespace Storefront.Baskets;

/// <summary>What a visitor puts aside.</summary>
public static class BasketServices
{
    public static IServiceCollection AddBaskets(this IServiceCollection services)
    {
        services.AddDistributedMemoryCache(); // "distributed" in name only
        services.AddSession(session => session.IdleTimeout = TimeSpan.FromHours(1));
        services.AddSingleton<WishList>();
        services.AddSingleton<WatchList>();
        return services;
    }
}
