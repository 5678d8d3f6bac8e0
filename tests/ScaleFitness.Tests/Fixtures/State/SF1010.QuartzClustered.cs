using Bakery;
using Dapper;
using Npgsql;
using Quartz;

// Quartz on a shared store, clustered: one instance takes each trigger.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddQuartz(quartz =>
{
    quartz.UsePersistentStore(store =>
    {
        store.UsePostgres("Host=db");
        store.UseClustering();
    });
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
