namespace Azure.Storage.Queues;

public class QueueClient(string connectionString, string queueName)
{
    public string Text => connectionString + queueName;
    public virtual object ReceiveMessages(int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) => null!;
    public virtual Task<object> ReceiveMessagesAsync(int? maxMessages = null, TimeSpan? visibilityTimeout = null, CancellationToken cancellationToken = default) => null!;
    public virtual Task SendMessageAsync(string messageText, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
