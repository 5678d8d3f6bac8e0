using Coravel.Invocable;
using Coravel.Scheduling.Schedule.Interfaces;

namespace Coravel.Invocable
{
    public interface IInvocable
    {
        Task Invoke();
    }
}

namespace Coravel.Scheduling.Schedule.Interfaces
{
    public interface IScheduledEventConfiguration
    {
        IScheduledEventConfiguration PreventOverlapping(string uniqueIdentifier);
    }

    public interface IScheduleInterval
    {
        IScheduledEventConfiguration EveryMinute();
        IScheduledEventConfiguration Hourly();
    }

    public interface IScheduler
    {
        IScheduleInterval Schedule<T>() where T : IInvocable;
        IScheduleInterval Schedule(Action actionToSchedule);
        IScheduleInterval ScheduleAsync(Func<Task> asyncTaskToSchedule);
    }

    public interface ISchedulerConfiguration;
}

namespace Coravel
{
    public static class SchedulerServiceRegistration
    {
        public static IServiceCollection AddScheduler(this IServiceCollection services) => services;
        public static ISchedulerConfiguration UseScheduler(this IServiceProvider provider, Action<IScheduler> assignScheduledTasks) => null!;
    }
}
