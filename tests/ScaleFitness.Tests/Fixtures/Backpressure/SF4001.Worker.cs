// No endpoint: nothing to limit.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddHostedService<Digger>();
await builder.Build().RunAsync();

public class Digger(ILogger<Digger> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            logger.LogInformation("digging");
            await Task.Delay(1000, stoppingToken);
        }
    }
}
