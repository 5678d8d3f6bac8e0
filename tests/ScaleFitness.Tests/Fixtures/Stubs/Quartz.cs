namespace Quartz;

public interface IJobExecutionContext
{
    CancellationToken CancellationToken { get; }
}

public interface IJob
{
    Task Execute(IJobExecutionContext context);
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class DisallowConcurrentExecutionAttribute : Attribute;

public interface IServiceCollectionQuartzConfigurator
{
    void UsePersistentStore(Action<SchedulerBuilder.PersistentStoreOptions> options);
    void UseInMemoryStore();
    void SetProperty(string name, string value);
}

public class SchedulerBuilder
{
    public class PersistentStoreOptions
    {
        public void UseClustering(Action<ClusterOptions>? options = null) { }
        public void UsePostgres(string connectionString) { }
    }

    public class ClusterOptions;
}

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddQuartz(this IServiceCollection services, Action<IServiceCollectionQuartzConfigurator>? configure = null) => services;

    public static IServiceCollectionQuartzConfigurator AddJob<T>(this IServiceCollectionQuartzConfigurator options) where T : IJob => options;

    public static IServiceCollection AddQuartzHostedService(this IServiceCollection services) => services;
}
