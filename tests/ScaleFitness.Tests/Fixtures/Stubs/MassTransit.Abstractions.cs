namespace MassTransit;

public interface IConsumer;

public interface ConsumeContext
{
    CancellationToken CancellationToken { get; }
}

public interface ConsumeContext<out T> : ConsumeContext where T : class
{
    T Message { get; }
    Task RespondAsync<TResponse>(TResponse message) where TResponse : class;
}

public interface IConsumer<in TMessage> : IConsumer where TMessage : class
{
    Task Consume(ConsumeContext<TMessage> context);
}

public interface IRegistrationConfigurator
{
    void AddConsumer<T>() where T : class, IConsumer;
}

public interface IPublishEndpoint
{
    Task Publish<T>(T message, CancellationToken cancellationToken = default) where T : class;
}

public interface ISendEndpoint
{
    Task Send<T>(T message, CancellationToken cancellationToken = default) where T : class;
}

public interface ISendEndpointProvider
{
    Task<ISendEndpoint> GetSendEndpoint(Uri address);
}

public interface IBus : IPublishEndpoint, ISendEndpointProvider;

public interface Response<out T> where T : class
{
    T Message { get; }
}

public interface IRequestClient<TRequest> where TRequest : class
{
    Task<Response<T>> GetResponse<T>(TRequest message, CancellationToken cancellationToken = default) where T : class;
}
