namespace Azure.Messaging.ServiceBus;

public class ServiceBusMessage(string body) { public string Text => body; public string? PartitionKey { get; set; } public string? SessionId { get; set; } }
public class ServiceBusSender : IAsyncDisposable
{
    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;
    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) => Task.CompletedTask;
    public virtual Task<long> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset at, CancellationToken cancellationToken = default) => Task.FromResult(0L);
    public virtual ValueTask DisposeAsync() => default;
}
public class ServiceBusProcessorOptions { public int MaxConcurrentCalls { get; set; } = 1; public int PrefetchCount { get; set; } }
public class ServiceBusClient(string connectionString) : IAsyncDisposable
{
    public string Text => connectionString;
    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new();
    public virtual ValueTask DisposeAsync() => default;
}
