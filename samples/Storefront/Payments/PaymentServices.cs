namespace Storefront.Payments;

/// <summary>The payment provider's client, decorated as a client of the outside world should be.</summary>
public static class PaymentServices
{
    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTransient<ResilienceHandler>();
        services.AddHttpClient<IPaymentClient, PaymentClient>(http => http.BaseAddress = new Uri(configuration["Payments:Url"]!))
            .AddHttpMessageHandler<ResilienceHandler>();
        return services;
    }
}
