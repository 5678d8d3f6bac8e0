namespace ScaleFitness.Model.Schedules;

/// <summary>Well-known types of schedules, and of what lets one instance alone do the work.</summary>
internal static class ScheduleSymbols
{
    public const string Task = "System.Threading.Tasks.Task";
    public const string Thread = "System.Threading.Thread";
    public const string PeriodicTimer = "System.Threading.PeriodicTimer";
    public const string WaitHandle = "System.Threading.WaitHandle";
    public const string Timer = "System.Threading.Timer";
    public const string TimersTimer = "System.Timers.Timer";
    public const string MedallionNamespace = "Medallion.Threading";
    public const string RedLockNamespace = "RedLockNet";
    public const string RedisDatabase = "StackExchange.Redis.IDatabase";
    public const string RedisDatabaseAsync = "StackExchange.Redis.IDatabaseAsync";
    public const string ConcurrencyException = "Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException";
    public const string KafkaConsumer = "Confluent.Kafka.IConsumer`2";
    public const string Sqs = "Amazon.SQS.IAmazonSQS";
    public const string RabbitChannel = "RabbitMQ.Client.IChannel";
    public const string QuartzJob = "Quartz.IJob";
    public const string QuartzRegistration = "Quartz.ServiceCollectionExtensions";
    public const string QuartzFactory = "Quartz.Impl.StdSchedulerFactory";
    public const string CoravelInvocable = "Coravel.Invocable.IInvocable";
    public const string CoravelScheduling = "Coravel.SchedulerServiceRegistration";
    public const string CoravelScheduler = "Coravel.Scheduling.Schedule.Interfaces.IScheduler";
    public const string HangfireRecurring = "Hangfire.RecurringJob";
    public const string HangfireMemory = "Hangfire.MemoryStorageExtensions";
    public const string HangfireInMemory = "Hangfire.GlobalConfigurationExtensions";
}
