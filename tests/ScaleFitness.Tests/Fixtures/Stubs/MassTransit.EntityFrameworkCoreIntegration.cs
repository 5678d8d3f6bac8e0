namespace MassTransit;

public interface IEntityFrameworkOutboxConfigurator
{
    void UseBusOutbox(Action<object>? configure = null);
}

public static class EntityFrameworkOutboxConfigurationExtensions
{
    public static void AddEntityFrameworkOutbox<TDbContext>(this IBusRegistrationConfigurator configurator, Action<IEntityFrameworkOutboxConfigurator>? configure = null) where TDbContext : class { }
    public static void UseEntityFrameworkOutbox<TDbContext>(this IConsumePipeConfigurator configurator, IRegistrationContext context) where TDbContext : class { }
}
