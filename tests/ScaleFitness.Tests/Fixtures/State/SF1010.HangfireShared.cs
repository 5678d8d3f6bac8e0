using System.Net.Mail;
using Hangfire;
using Hangfire.PostgreSql;
using Museum;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHangfire(configuration => configuration.UsePostgreSqlStorage("Host=db"));
builder.Services.AddHangfireServer();
var app = builder.Build();
RecurringJob.AddOrUpdate<Newsletter>("newsletter", n => n.SendAsync(), Cron.Daily());
app.Run();

namespace Museum
{
    public class Newsletter
    {
        [DisableConcurrentExecution(60)]
        public async Task SendAsync()
        {
            using var smtp = new SmtpClient("mail");
            await smtp.SendMailAsync("a@example", "b@example", "news", "of the museum");
        }
    }
}
