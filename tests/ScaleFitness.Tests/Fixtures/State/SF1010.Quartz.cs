using Bakery;
using Dapper;
using Npgsql;
using Quartz;

// Quartz on its RAM store: each instance has the whole schedule.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddQuartz(quartz => // finding SF1010 HIGH: one cause for all its jobs
{
    quartz.UseInMemoryStore();
    quartz.AddJob<OrderFlour>();
    quartz.AddJob<CountLoaves>();
    quartz.AddJob<PaySuppliers>();
});
builder.Services.AddQuartzHostedService();
builder.Build().Run();

namespace Bakery
{
    public class OrderFlour(IHttpClientFactory clients) : IJob
    {
        public async Task Execute(IJobExecutionContext context) => (await clients.CreateClient("mill").PostAsync("orders", null, context.CancellationToken)).Dispose();
    }

    // Forbids two runs in one scheduler, and there is one in each process.
    [DisallowConcurrentExecution]
    public class PaySuppliers : IJob
    {
        public async Task Execute(IJobExecutionContext context)
        {
            await using var connection = new NpgsqlConnection("Host=db");
            await connection.ExecuteAsync("UPDATE bills SET paid = true WHERE due < now()");
        }
    }

    public class CountLoaves : IJob
    {
        public Task Execute(IJobExecutionContext context)
        {
            Console.WriteLine("42");
            return Task.CompletedTask;
        }
    }
}
