namespace MassTransit;

public interface IBusRegistrationConfigurator;

public interface IConsumePipeConfigurator;

public interface IRegistrationContext;

public static class InMemoryOutboxConfigurationExtensions
{
    public static void UseInMemoryOutbox(this IConsumePipeConfigurator configurator, IRegistrationContext context) { }
}

public static class InMemoryInboxOutboxConfigurationExtensions
{
    public static void AddInMemoryInboxOutbox(this IBusRegistrationConfigurator configurator) { }
}
