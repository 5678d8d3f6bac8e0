namespace RabbitMQ.Client;

public class BasicProperties { }
public interface IConnection : IDisposable, IAsyncDisposable { Task<IChannel> CreateChannelAsync(object? options = null, CancellationToken cancellationToken = default); }
public class ConnectionFactory { public string HostName { get; set; } = ""; public Task<IConnection> CreateConnectionAsync(CancellationToken cancellationToken = default) => null!; }
public interface IChannel : IDisposable, IAsyncDisposable
{
    ValueTask BasicPublishAsync<TProperties>(string exchange, string routingKey, bool mandatory, TProperties basicProperties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default);
    Task<object?> BasicGetAsync(string queue, bool autoAck, CancellationToken cancellationToken = default);
    Task BasicQosAsync(uint prefetchSize, ushort prefetchCount, bool global, CancellationToken cancellationToken = default);
    Task<string> BasicConsumeAsync(string queue, bool autoAck, IAsyncBasicConsumer consumer, CancellationToken cancellationToken = default);
}
public static class IChannelExtensions
{
    public static ValueTask BasicPublishAsync(this IChannel channel, string exchange, string routingKey, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) => default;
}
public interface IModel : IDisposable { void BasicPublish(string exchange, string routingKey, bool mandatory, object? basicProperties, ReadOnlyMemory<byte> body); }
public interface IAsyncBasicConsumer { }
