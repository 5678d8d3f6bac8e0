// composed
using Foundry;

// A worker of a generic host: what its rounds take from the root.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddTransient<IMould, Mould>();
builder.Services.AddTransient(typeof(ICast<>), typeof(Cast<>));
builder.Services.AddTransient<IPart, Cooled>();
builder.Services.AddTransient<IPart, Polished>();
builder.Services.AddSingleton<Works>();
builder.Services.AddHostedService<Line>();
builder.Services.AddHostedService<Shift>();
var host = builder.Build();
Plant.Host = host;
await host.RunAsync();

namespace Foundry
{
    public interface IMould { ValueTask Fill(); }
    public class Mould : IMould, IAsyncDisposable
    {
        public ValueTask Fill() => default;
        public ValueTask DisposeAsync() => default;
    }

    public interface ICast<T>;
    public class Cast<T>(IMould mould) : ICast<T> { public override string ToString() => mould.ToString()!; }
    public interface IPart;
    public class Cooled : IPart;
    public class Polished : IPart, IDisposable { public void Dispose() { } }
    public static class Plant { public static IHost? Host { get; set; } }

    public class Works
    {
        private readonly IServiceProvider _services;
        public Works(IServiceProvider services) => _services = services;

        public async Task Round()
        {
            async Task Fill(IServiceProvider services)
            {
                var mould = services.GetRequiredService<IMould>(); // finding SF1015 LOW: a local function
                await mould.Fill();
            }

            await Fill(_services);
            _ = _services.GetService(typeof(ICast<int>)); // finding SF1015 LOW: an open one, for what it takes
            foreach (var part in _services.GetServices<IPart>()) // finding SF1015 LOW: one of them is disposable
                _ = part.ToString();
        }
    }

    public class Line(Works works) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await works.Round();
        }
    }

    public class Shift(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var once = scopes.CreateScope();
            _ = once.ServiceProvider.GetRequiredService<IMould>();
            while (!stoppingToken.IsCancellationRequested)
            {
                using (var scope = scopes.CreateScope())
                    await Work(scope.ServiceProvider);
                await Task.Delay(1000, stoppingToken);
            }
        }

        private static async Task Work(IServiceProvider services)
        {
            var mould = services.GetRequiredService<IMould>();
            await mould.Fill();
        }
    }
}
