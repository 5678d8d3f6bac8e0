using Harbour;

// Background work and message handlers: one step lower than a request.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<PilotClient>(); // finding SF5002 MEDIUM
builder.Services.AddHttpClient<TideClient>().AddStandardResilienceHandler();
builder.Services.AddHttpClient<BuoyClient>(); // finding SF5002 HIGH: a request uses it too
builder.Services.AddHttpClient<WreckClient>();
builder.Services.AddHostedService<TideWatch>();
var app = builder.Build();
app.MapGet("/buoys", (BuoyClient buoys) => buoys.CountAsync());
app.Run();

namespace Harbour
{
    public class PilotClient(HttpClient http)
    {
        public Task<string> NextAsync(CancellationToken token) => http.GetStringAsync("https://pilots.example", token);
    }

    public class TideClient(HttpClient http)
    {
        public Task<string> NowAsync(CancellationToken token) => http.GetStringAsync("https://tides.example", token);
    }

    public class BuoyClient(HttpClient http)
    {
        public async Task<int> CountAsync() => (await http.GetStringAsync("https://buoys.example")).Length;
    }

    // Registered, and used by nobody.
    public class WreckClient(HttpClient http)
    {
        public Task<string> ListAsync() => http.GetStringAsync("https://wrecks.example");
    }

    public class TideWatch(TideClient tides, PilotClient pilots, BuoyClient buoys) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await tides.NowAsync(stoppingToken);
                await pilots.NextAsync(stoppingToken);
                await buoys.CountAsync();
                await Task.Delay(TimeSpan.FromMinutes(10), stoppingToken);
            }
        }
    }
}
