namespace Quartz
{
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

    public class QuartzOptions : Dictionary<string, string?>;

    internal sealed class Configurator(QuartzOptions properties) : IServiceCollectionQuartzConfigurator
    {
        public void UsePersistentStore(Action<SchedulerBuilder.PersistentStoreOptions> options) => properties["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz";

        public void UseInMemoryStore() => properties["quartz.jobStore.type"] = "Quartz.Simpl.RAMJobStore, Quartz";

        public void SetProperty(string name, string value) => properties[name] = value;
    }

    public static class ServiceCollectionExtensions
    {
        public static IServiceCollection AddQuartz(this IServiceCollection services, Action<IServiceCollectionQuartzConfigurator>? configure = null)
        {
            var set = new QuartzOptions();
            configure?.Invoke(new Configurator(set));
            return services.Configure<QuartzOptions>(options => { foreach (var (name, value) in set) options[name] = value; });
        }

        public static IServiceCollectionQuartzConfigurator AddJob<T>(this IServiceCollectionQuartzConfigurator options) where T : IJob => options;

        public static IServiceCollection AddQuartzHostedService(this IServiceCollection services) => services;
    }

    public interface IJobDetail;

    public interface ITrigger;

    public interface IScheduler
    {
        Task Start(CancellationToken cancellationToken = default);
        Task<DateTimeOffset> ScheduleJob(IJobDetail jobDetail, ITrigger trigger, CancellationToken cancellationToken = default);
    }

    public interface ISchedulerFactory
    {
        Task<IScheduler> GetScheduler(CancellationToken cancellationToken = default);
    }

    public class JobBuilder
    {
        public static JobBuilder Create<T>() where T : IJob => new();
        public IJobDetail Build() => null!;
    }

    public class TriggerBuilder
    {
        public static TriggerBuilder Create() => new();
        public TriggerBuilder StartNow() => this;
        public ITrigger Build() => null!;
    }

    public static class CronScheduleTriggerBuilderExtensions
    {
        public static TriggerBuilder WithCronSchedule(this TriggerBuilder triggerBuilder, string cronExpression) => triggerBuilder;
    }
}

namespace Quartz.Impl
{
    public class StdSchedulerFactory : ISchedulerFactory
    {
        public StdSchedulerFactory() { }
        public StdSchedulerFactory(System.Collections.Specialized.NameValueCollection props) { }
        public static Task<IScheduler> GetDefaultScheduler(CancellationToken cancellationToken = default) => null!;
        public virtual Task<IScheduler> GetScheduler(CancellationToken cancellationToken = default) => null!;
    }
}
