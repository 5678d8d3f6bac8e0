using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopDb>(o => o.UseNpgsql("Host=db"));
builder.Services.AddHostedService<Reminders>();
builder.Build().Run();

public class Invoice
{
    public int Id { get; set; }
    public bool Reminded { get; set; }
}

public class ShopDb(DbContextOptions<ShopDb> options) : DbContext(options)
{
    public DbSet<Invoice> Invoices => Set<Invoice>();
}

public sealed class Reminders(IServiceScopeFactory scopes) : IHostedService
{
    private Timer? _timer;

    public Task StartAsync(CancellationToken token)
    {
        _timer = new Timer(_ => Remind(), null, TimeSpan.Zero, TimeSpan.FromHours(1));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken token)
    {
        _timer?.Dispose();
        _timer = null;
        return Task.CompletedTask;
    }

    private void Remind()
    {
        _timer = new Timer(_ => Remind(), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ShopDb>();
        foreach (var invoice in db.Invoices.Where(i => !i.Reminded).OrderBy(i => i.Id).Take(50).ToList())
            invoice.Reminded = true;
        db.SaveChanges();
    }
}
