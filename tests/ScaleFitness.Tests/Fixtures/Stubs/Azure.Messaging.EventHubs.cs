namespace Azure.Messaging.EventHubs { public class EventData(string body) { public string Text => body; } }

namespace Azure.Messaging.EventHubs.Producer
{
    public class SendEventOptions { public string? PartitionKey { get; set; } public string? PartitionId { get; set; } }
    public class CreateBatchOptions : SendEventOptions { public long? MaximumSizeInBytes { get; set; } }
    public sealed class EventDataBatch : IDisposable { public bool TryAdd(EventData data) => true; public void Dispose() { } }
    public class EventHubProducerClient(string connectionString) : IAsyncDisposable
    {
        public string Text => connectionString;
        public virtual Task SendAsync(IEnumerable<EventData> events, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task SendAsync(IEnumerable<EventData> events, SendEventOptions options, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task SendAsync(EventDataBatch batch, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual ValueTask<EventDataBatch> CreateBatchAsync(CreateBatchOptions options, CancellationToken cancellationToken = default) => default;
        public virtual ValueTask DisposeAsync() => default;
    }
}
