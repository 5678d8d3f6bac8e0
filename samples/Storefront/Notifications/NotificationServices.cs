using System.Threading.Channels;
using Storefront.Payments;

namespace Storefront.Notifications;

/// <summary>How the shop talks to its customers: the open page, mail and text messages.</summary>
public static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignalR(); // reaches the clients of one instance

        // What waits here is gone with the process.
        services.AddSingleton(Channel.CreateBounded<Mail>(500));
        services.AddHostedService<MailWorker>();

        services.AddSingleton<TextQueue>();
        services.AddHostedService<TextWorker>();

        services.AddHttpClient<MessageClient>(http => http.BaseAddress = new Uri(configuration["Partners:Mail"]!))
            .AddHttpMessageHandler<ResilienceHandler>();
        return services;
    }
}
