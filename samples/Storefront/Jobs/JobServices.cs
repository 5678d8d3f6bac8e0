namespace Storefront.Jobs;

/// <summary>What happens by the clock or takes its time.</summary>
public static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<DayClosing>();
        services.AddSingleton<MonthClosing>();
        return services.AddHostedService<BasketReminder>();
    }
}
