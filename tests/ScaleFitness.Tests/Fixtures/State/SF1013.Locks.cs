// A name makes a lock the machine's: no other machine knows it. Locks without one are this process's own.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHostedService<Locks.Nightly>();
builder.Services.AddSingleton<Locks.Counter>();
using var single = new Mutex(initiallyOwned: true, "Global\\Billing", out var isFirst); // finding SF1013 MEDIUM @high
if (!isFirst)
    return;
var app = builder.Build();
app.MapGet("/", (Locks.Counter counter) => counter.Next());
app.Run();

namespace Locks
{
    public class Nightly : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using (var gate = new Semaphore(1, 1, "billing-run")) // finding SF1013 MEDIUM @high
                    if (gate.WaitOne(0))
                        gate.Release();
                await Task.Delay(TimeSpan.FromHours(1), stoppingToken);
            }
        }
    }

    public class Counter
    {
        private readonly Mutex _mutex = new();
        private readonly SemaphoreSlim _gate = new(1);
        private int _count;

        public int Next()
        {
            _gate.Wait();
            try
            {
                using var unnamed = new Semaphore(1, 1, null);
                return ++_count;
            }
            finally
            {
                _gate.Release();
                _mutex.Dispose();
            }
        }
    }
}
