namespace Confluent.Kafka;

public class Message<TKey, TValue> { public TKey Key { get; set; } = default!; public TValue Value { get; set; } = default!; }
public class DeliveryResult<TKey, TValue> { }
public class DeliveryReport<TKey, TValue> { }
public class ConsumeResult<TKey, TValue> { public Message<TKey, TValue> Message { get; set; } = default!; }
public class ProducerConfig { public string BootstrapServers { get; set; } = ""; }
public class ConsumerConfig { public string BootstrapServers { get; set; } = ""; public string GroupId { get; set; } = ""; }
public interface IProducer<TKey, TValue> : IDisposable
{
    Task<DeliveryResult<TKey, TValue>> ProduceAsync(string topic, Message<TKey, TValue> message, CancellationToken cancellationToken = default);
    void Produce(string topic, Message<TKey, TValue> message, Action<DeliveryReport<TKey, TValue>>? deliveryHandler = null);
    int Flush(TimeSpan timeout);
}
public interface IConsumer<TKey, TValue> : IDisposable
{
    ConsumeResult<TKey, TValue> Consume(CancellationToken cancellationToken = default);
    void Subscribe(string topic);
    List<object> Commit();
}
public class ProducerBuilder<TKey, TValue>(ProducerConfig config) { public ProducerConfig Config => config; public IProducer<TKey, TValue> Build() => null!; }
public class ConsumerBuilder<TKey, TValue>(ConsumerConfig config) { public ConsumerConfig Config => config; public IConsumer<TKey, TValue> Build() => null!; }
