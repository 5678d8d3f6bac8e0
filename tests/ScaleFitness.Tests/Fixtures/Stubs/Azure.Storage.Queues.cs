namespace Azure.Storage.Queues;

public class QueueClient(string connectionString, string queueName)
{
    public string Text => connectionString + queueName;
    public virtual Task SendMessageAsync(string messageText, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
