namespace Quartz;

public interface IJobExecutionContext
{
    CancellationToken CancellationToken { get; }
}

public interface IJob
{
    Task Execute(IJobExecutionContext context);
}

public interface IServiceCollectionQuartzConfigurator;

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddQuartz(this IServiceCollection services, Action<IServiceCollectionQuartzConfigurator>? configure = null) => services;

    public static IServiceCollectionQuartzConfigurator AddJob<T>(this IServiceCollectionQuartzConfigurator options) where T : IJob => options;
}
