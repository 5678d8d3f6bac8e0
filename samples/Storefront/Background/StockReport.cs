using Storefront.Data;

namespace Storefront.Background;

/// <summary>A hosted service, and right: each run has a scope, and with it a database context, of its own.</summary>
public class StockReport(IServiceScopeFactory scopes, ILogger<StockReport> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var products = scope.ServiceProvider.GetRequiredService<IProductRepository>();
            log.LogInformation("{Count} products are available", await products.CountAvailableAsync(stoppingToken));
        }
    }
}
