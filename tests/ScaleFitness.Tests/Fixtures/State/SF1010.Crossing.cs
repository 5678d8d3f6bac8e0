// composed
using Crossing;
using Dapper;
using Npgsql;
using Quartz;

// A cluster is there for the asking, and no setting asks.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddQuartz(quartz => // finding SF1010 HIGH
{
    if (builder.Configuration.GetValue<bool>("Scheduler:Clustered"))
        quartz.UsePersistentStore(store => store.UseClustering());
    quartz.AddJob<CloseGates>();
});
builder.Services.AddQuartzHostedService();
builder.Build().Run();

namespace Crossing
{
    public class CloseGates : IJob
    {
        public async Task Execute(IJobExecutionContext context)
        {
            await using var connection = new NpgsqlConnection("Host=db");
            await connection.ExecuteAsync("UPDATE gates SET closed = true");
        }
    }
}
