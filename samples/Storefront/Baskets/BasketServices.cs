namespace Storefront.Baskets;

/// <summary>What a visitor puts aside.</summary>
public static class BasketServices
{
    public static IServiceCollection AddBaskets(this IServiceCollection services)
    {
        services.AddDistributedMemoryCache(); // "distributed" in name only

        // The cookies, this one and the sign-in's, are protected with keys that each container makes for itself.
        services.AddSession(session => session.IdleTimeout = TimeSpan.FromHours(1));
        services.AddSingleton<WishList>();
        services.AddSingleton<WatchList>();
        return services;
    }
}
