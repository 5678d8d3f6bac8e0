using System.Threading.Channels;

namespace Storefront.Notifications;

/// <summary>One mail after the other, whatever the provider takes for each.</summary>
public class MailWorker(Channel<Mail> queue, MessageClient messages) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in queue.Reader.ReadAllAsync(stoppingToken))
            await messages.MailAsync(mail, stoppingToken);
    }
}
