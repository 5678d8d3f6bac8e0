namespace Storefront.Stock;

/// <summary>Who gets the last one.</summary>
public static class StockServices
{
    public static IServiceCollection AddStock(this IServiceCollection services)
    {
        services.AddSingleton<Reservations>();
        services.AddSingleton<SharedReservations>();
        services.AddSingleton<ShelfPlan>();
        services.AddSingleton<AislePlan>();
        services.AddScoped<LockedStock>();
        return services.AddScoped<CountedStock>();
    }
}
