using System.Linq.Expressions;

namespace Hangfire;

public interface IGlobalConfiguration;
public interface IGlobalConfiguration<out T> : IGlobalConfiguration;
public abstract class JobStorage;

public interface IJobCancellationToken
{
    CancellationToken ShutdownToken { get; }
}

public interface IRecurringJobManager;

public static class RecurringJob
{
    public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, Func<string> cronExpression) { }
    public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression) { }
}

public static class BackgroundJob
{
    public static string Enqueue<T>(Expression<Func<T, Task>> methodCall) => "";
}

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface)]
public class DisableConcurrentExecutionAttribute(int timeoutInSeconds) : Attribute
{
    public int TimeoutSec { get; } = timeoutInSeconds;
}

public static class Cron
{
    public static string Daily() => "0 0 * * *";
}

public static class HangfireServiceCollectionExtensions
{
    public static IServiceCollection AddHangfire(this IServiceCollection services, Action<IGlobalConfiguration> configuration) => services;
    public static IServiceCollection AddHangfireServer(this IServiceCollection services) => services;
}
