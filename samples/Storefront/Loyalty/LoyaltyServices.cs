using Storefront.Payments;

namespace Storefront.Loyalty;

/// <summary>The loyalty programme, which a partner runs.</summary>
public static class LoyaltyServices
{
    public static IServiceCollection AddLoyalty(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<LoyaltyClient>(http => http.BaseAddress = new Uri(configuration["Partners:Loyalty"]!))
            .AddHttpMessageHandler<ResilienceHandler>();
        return services.AddScoped<MemberCard>();
    }
}
