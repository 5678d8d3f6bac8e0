using System.Collections.Concurrent;
using Laundry;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHostedService<Washing>();
var app = builder.Build();
app.MapPost("/baskets/{name}", (string name) => Washing.Baskets.Enqueue(name));
app.Run();

namespace Laundry
{
    public class Washing : BackgroundService
    {
        public static readonly ConcurrentQueue<string> Baskets = new(); // finding SF1012

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(1000, stoppingToken);
                while (Baskets.TryDequeue(out var basket)) Console.WriteLine(basket);
            }
        }
    }
}
