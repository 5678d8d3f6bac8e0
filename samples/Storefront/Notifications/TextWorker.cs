namespace Storefront.Notifications;

/// <summary>Takes what waits, some at a time, and sends a few side by side.</summary>
public class TextWorker(TextQueue queue, MessageClient messages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var atOnce = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stoppingToken };
            await Parallel.ForEachAsync(await queue.TakeAsync(100), atOnce, async (text, cancel) => await messages.TextAsync(text, cancel));
        }
    }
}
