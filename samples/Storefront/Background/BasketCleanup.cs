using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Background;

/// <summary>Opens its scope once and keeps the database context for as long as the process lives.</summary>
public class BasketCleanup : BackgroundService
{
    private readonly StorefrontDb _db;

    public BasketCleanup(IServiceScopeFactory scopes)
    {
        _db = scopes.CreateScope().ServiceProvider.GetRequiredService<StorefrontDb>();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var yesterday = DateTime.UtcNow.AddDays(-1);
            await _db.Baskets.Where(basket => basket.TouchedAt < yesterday).ExecuteDeleteAsync(stoppingToken);
        }
    }
}
