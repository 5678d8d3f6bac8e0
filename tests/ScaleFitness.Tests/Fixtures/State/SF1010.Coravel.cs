using System.Net.Mail;
using Coravel;
using Coravel.Invocable;
using Gym;
using Medallion.Threading;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScheduler();
builder.Services.AddTransient<Membership>();
builder.Services.AddTransient<Locked>();
var app = builder.Build();
app.Services.UseScheduler(scheduler => // finding SF1010 HIGH: overlapping is prevented in one process only
{
    scheduler.Schedule<Membership>().Hourly().PreventOverlapping("membership");
    scheduler.Schedule<Locked>().Hourly();
    scheduler.Schedule(() => Console.WriteLine("tick")).EveryMinute();
});
app.Run();

namespace Gym
{
    public class Membership : IInvocable
    {
        public async Task Invoke()
        {
            using var smtp = new SmtpClient("mail");
            await smtp.SendMailAsync("a@example", "b@example", "your membership", "ends soon");
        }
    }

    public class Locked(IDistributedLockProvider locks) : IInvocable
    {
        public async Task Invoke()
        {
            await using var held = await locks.TryAcquireLockAsync("gym");
            if (held is null) return;
            using var smtp = new SmtpClient("mail");
            await smtp.SendMailAsync("a@example", "b@example", "your membership", "ends soon");
        }
    }
}
