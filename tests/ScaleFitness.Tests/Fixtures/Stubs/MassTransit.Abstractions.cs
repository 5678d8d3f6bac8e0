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
