using System.Collections.Specialized;
using Dapper;
using Mill;
using Npgsql;
using Quartz;
using Quartz.Impl;

// Quartz started by hand, beside the container: one scheduler for each module, and all of them in each instance.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await Grinding.StartAsync(new StdSchedulerFactory(new NameValueCollection { ["quartz.scheduler.instanceName"] = "Grinding" }));
await Selling.StartAsync();
await Watching.StartAsync();
app.Run();

namespace Mill
{
    public static class Grinding
    {
        // Whoever calls it makes the scheduler.
        public static async Task StartAsync(ISchedulerFactory factory)
        {
            var scheduler = await factory.GetScheduler();
            await scheduler.Start();
            await scheduler.ScheduleJob(JobBuilder.Create<WeighSacks>().Build(), TriggerBuilder.Create().StartNow().WithCronSchedule("0/2 * * ? * *").Build());
        }
    }

    public static class Selling
    {
        public static async Task StartAsync()
        {
            var settings = new NameValueCollection();
            settings.Add("quartz.scheduler.instanceName", "Selling");
            ISchedulerFactory factory = new StdSchedulerFactory(settings); // finding SF1010 HIGH
            var scheduler = await factory.GetScheduler();
            await scheduler.Start();
            await scheduler.ScheduleJob(JobBuilder.Create<SendInvoices>().Build(), TriggerBuilder.Create().StartNow().Build());
            await scheduler.ScheduleJob(JobBuilder.Create<CountSacks>().Build(), TriggerBuilder.Create().StartNow().Build());
        }
    }

    public static class Watching
    {
        // Each process looks after itself.
        public static async Task StartAsync()
        {
            var scheduler = await StdSchedulerFactory.GetDefaultScheduler();
            await scheduler.ScheduleJob(JobBuilder.Create<CountSacks>().Build(), TriggerBuilder.Create().StartNow().Build());
        }
    }

    [DisallowConcurrentExecution]
    public class SendInvoices : IJob
    {
        public async Task Execute(IJobExecutionContext context)
        {
            await using var connection = new NpgsqlConnection("Host=db");
            await connection.ExecuteAsync("UPDATE invoices SET sent = true WHERE due < now()");
        }
    }

    public class WeighSacks : IJob
    {
        public Task Execute(IJobExecutionContext context)
        {
            Console.WriteLine("heavy");
            return Task.CompletedTask;
        }
    }

    public class CountSacks : IJob
    {
        public Task Execute(IJobExecutionContext context)
        {
            Console.WriteLine("42");
            return Task.CompletedTask;
        }
    }
}
