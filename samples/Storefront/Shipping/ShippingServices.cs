namespace Storefront.Shipping;

/// <summary>The shipping services and their clients.</summary>
public static class ShippingServices
{
    public static IServiceCollection AddShipping(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<IParcelTracking, CarrierTracking>(http => http.BaseAddress = new Uri(configuration["Carrier:Url"]!));
        services.AddScoped<IAddressCheck, AddressCheck>();
        services.AddScoped<WarehouseStock>();
        return services;
    }
}
