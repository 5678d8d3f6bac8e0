using Microsoft.EntityFrameworkCore;
using Optional;

// A setting decides where the sweeper runs; nothing decides it for the reminder.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<LedgerDb>(o => o.UseNpgsql("Host=db"));
if (builder.Configuration.GetValue<bool>("Sweeper:Enabled"))
    builder.Services.AddHostedService<Sweeper>();
if (!builder.Environment.IsDevelopment())
    builder.Services.AddHostedService<Reminder>();
var app = builder.Build();
app.MapGet("/", () => "ledger");
app.Run();

namespace Optional
{
    public sealed class Sweeper(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken); // finding SF1010 HIGH @low: for whom the setting says so
                using var scope = scopes.CreateScope();
                await scope.ServiceProvider.GetRequiredService<LedgerDb>().Entries.Where(e => e.Old).ExecuteDeleteAsync(stoppingToken);
            }
        }
    }

    public sealed class Reminder(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
            while (await timer.WaitForNextTickAsync(stoppingToken)) // finding SF1010 HIGH @high
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<LedgerDb>();
                db.Entries.Add(new Entry());
                await db.SaveChangesAsync(stoppingToken);
            }
        }
    }

    public class LedgerDb(DbContextOptions<LedgerDb> options) : DbContext(options)
    {
        public DbSet<Entry> Entries => Set<Entry>();
    }

    public class Entry { public int Id { get; set; } public bool Old { get; set; } }
}
