using StackExchange.Redis;
using Storefront.Notifications;

namespace Storefront.Jobs;

/// <summary>By the clock of every instance, and right: the one that gets the lock does it.</summary>
public class BasketReminder(IDatabase redis, MessageClient messages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await redis.LockTakeAsync("reminder", Guid.NewGuid().ToString(), TimeSpan.FromMinutes(50)))
                await messages.MailAsync(new Mail("baskets@storefront.example.com", "Some baskets are waiting"), stoppingToken);
        }
    }
}
