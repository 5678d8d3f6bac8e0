namespace NServiceBus;

public interface IMessageHandlerContext;

public interface IHandleMessages<T>
{
    Task Handle(T message, IMessageHandlerContext context);
}
