using Microsoft.EntityFrameworkCore;

// A migration that is a job of its own: a worker that ends when it is done, and a lock around another.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddDbContext<Jobs.StockContext>(o => o.UseNpgsql(builder.Configuration["Stock"]));
builder.Services.AddHostedService<Jobs.MigrationWorker>();
builder.Services.AddHostedService<Jobs.Locked>();
var host = builder.Build();
host.Run();

namespace Jobs
{
    public class StockContext(DbContextOptions<StockContext> options) : DbContext(options);

    public class MigrationWorker(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            await scope.ServiceProvider.GetRequiredService<StockContext>().Database.MigrateAsync(stoppingToken);
            lifetime.StopApplication();
        }
    }

    public class Locked(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<StockContext>();
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(42)", stoppingToken);
            await db.Database.EnsureCreatedAsync(stoppingToken);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(42)", stoppingToken);
        }
    }
}
