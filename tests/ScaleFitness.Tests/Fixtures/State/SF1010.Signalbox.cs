// composed
using Dapper;
using Npgsql;
using Quartz;
using Signalbox;

// The store and its cluster are the settings' business.
var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<QuartzOptions>(builder.Configuration.GetSection("Quartz"));
builder.Services.AddQuartz(quartz => quartz.AddJob<SendTimetables>());
builder.Services.AddQuartzHostedService();
builder.Build().Run();

namespace Signalbox
{
    public class SendTimetables : IJob
    {
        public async Task Execute(IJobExecutionContext context)
        {
            await using var connection = new NpgsqlConnection("Host=db");
            await connection.ExecuteAsync("UPDATE timetables SET sent = true");
        }
    }
}
