using Tailor;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Orders>();
builder.Services.AddHostedService<Sewing>();
var app = builder.Build();
app.MapPost("/orders/{name}", (string name, Orders orders) => orders.Add(name));
app.Run();

namespace Tailor
{
    public class Orders
    {
        private readonly Queue<string> _waiting = new(); // finding SF1012

        public void Add(string order)
        {
            lock (_waiting) _waiting.Enqueue(order);
        }

        public string? Next()
        {
            lock (_waiting) return _waiting.TryDequeue(out var order) ? order : null;
        }
    }

    public class Sewing(Orders orders) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                Console.WriteLine(orders.Next());
            }
        }
    }
}
