using System.Collections.Concurrent;
using System.Net.Security;
using Grpc.Net.Client;
using Harvest;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Refit;
using RestSharp;

// Where the code stands is one thing, how often the object comes into being another.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Scales>();
builder.Services.AddTransient<Silo>();
builder.Services.AddTransient<Granary>();
builder.Services.AddSingleton<Mill>();
builder.Services.AddScoped(Silos.Open);
builder.Services.AddSingleton(provider => new Ledger(Silos.Shared()));
builder.Services.AddHttpClient<MarketClient>();
builder.Services.AddHostedService<Irrigation>();
var app = builder.Build();
app.UseMiddleware<FrostGuard>();
app.MapControllers();
app.MapGet("/keyed/{farm}", (string farm, Scales scales) => scales.For(farm).GetStringAsync("/"));
app.MapGet("/silo", (Silo silo) => silo.Level());
app.MapGet("/mill", (Mill mill) => mill.GrindAsync());
app.MapGet("/wrapper", () => new Weighbridge().ReadAsync());
app.MapGet("/kept-wrapper", () => Weighbridges.Kept.ReadAsync());
app.MapGet("/in-memory", () => new HttpClient(new EchoHandler()).GetStringAsync("https://echo.example"));
app.MapGet("/wrapped-shared", () => new HttpClient(new StampHandler { InnerHandler = Pools.Sockets }, false).GetStringAsync("https://a.example"));
app.MapGet("/wrapped-fresh", () => new HttpClient(new StampHandler { InnerHandler = new HttpClientHandler() }).GetStringAsync("https://a.example")); // finding SF5001 HIGH
app.MapGet("/certified", async () =>
{
    var handler = new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions(),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };
    using var client = new HttpClient(handler, disposeHandler: true); // finding SF5001 HIGH: a lifetime helps nobody here
    return await client.GetStringAsync("https://certified.example");
});
app.MapGet("/own-client", () => new FarmClient().GetStringAsync("https://own.example")); // finding SF5001 HIGH: an HttpClient by inheritance
app.MapGet("/refit", () => RestService.For<IFarmApi>("https://farm.example").Fields()); // finding SF5001 HIGH
app.MapGet("/refit-over-factory", (IHttpClientFactory factory) => RestService.For<IFarmApi>(factory.CreateClient("farm")).Fields());
app.MapGet("/channel", () => GrpcChannel.ForAddress("https://grpc.example", new GrpcChannelOptions { HttpClient = Pools.Client }).Target);
app.Run();

namespace Harvest
{
    public interface IFarmApi
    {
        [Get("/fields")]
        Task<string[]> Fields();
    }

    public static class Pools
    {
        public static readonly SocketsHttpHandler Sockets = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(2) };

        public static readonly HttpClient Client = new(Sockets);
    }

    public class EchoHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("echo") });
    }

    public class StampHandler : DelegatingHandler;

    public class FarmClient : HttpClient
    {
        public FarmClient() => BaseAddress = new Uri("https://own.example");
    }

    // One per farm, and no more.
    public class Scales
    {
        private readonly ConcurrentDictionary<string, HttpClient> _byFarm = new();
        private HttpClient? _default;

        public HttpClient For(string farm) => farm.Length == 0 ? Default() : _byFarm.GetOrAdd(farm, static name => Make(name));

        private static HttpClient Make(string farm) => new() { BaseAddress = new Uri($"https://{farm}.example") };

        private HttpClient Default()
        {
            if (_default == null)
            {
                lock (_byFarm)
                {
                    _default ??= Make("default");
                }
            }

            return _default;
        }
    }

    public class Silo
    {
        private readonly Lazy<HttpClient> _http = new(() => new HttpClient()); // finding SF5001 HIGH: lazy, and once per object

        public Task<string> Level() => _http.Value.GetStringAsync("https://silo.example");
    }

    // Transient by registration, and kept by the one singleton that takes it.
    public class Granary
    {
        private readonly HttpClient _http = new();

        public Task<string> FillAsync() => _http.GetStringAsync("https://granary.example");
    }

    public class Mill(Granary granary)
    {
        public Task<string> GrindAsync() => granary.FillAsync();
    }

    public class SiloReader(HttpClient http)
    {
        public HttpClient Http { get; } = http;
    }

    public class Ledger(HttpClient http)
    {
        public HttpClient Http { get; } = http;
    }

    public static class Silos
    {
        public static SiloReader Open(IServiceProvider services)
        {
            var client = new HttpClient(); // finding SF5001 HIGH: a factory by its name
            client.DefaultRequestHeaders.Add("X-Silo", "1");
            return new SiloReader(client);
        }

        public static HttpClient Shared() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
    }

    public class Weighbridge
    {
        private readonly HttpClient _http = new(); // finding SF5001 HIGH: its owner is made on a request

        public Task<string> ReadAsync() => _http.GetStringAsync("https://weigh.example");
    }

    public class KeptWeighbridge
    {
        private readonly HttpClient _http = new();

        public Task<string> ReadAsync() => _http.GetStringAsync("https://weigh.example");
    }

    public static class Weighbridges
    {
        private static KeptWeighbridge? _kept;

        public static KeptWeighbridge Kept => _kept ??= new KeptWeighbridge();
    }

    public class FrostGuard
    {
        private readonly RequestDelegate _next;
        private readonly Func<HttpClient> _make;

        public FrostGuard(RequestDelegate next)
        {
            _next = next;
            _make = () => new HttpClient(); // limit SF5001: a delegate that is kept in a field is not followed
        }

        public async Task Invoke(HttpContext context)
        {
            using var client = _make();
            await client.GetAsync("https://frost.example");
            await _next(context);
        }
    }

    public class MarketClient(HttpClient http)
    {
        public Task<string> PriceAsync() => http.GetStringAsync("https://market.example");
    }

    // The framework makes an attribute once for the action that carries it.
    public class AuditAttribute : ActionFilterAttribute
    {
        private readonly HttpClient _http = new();

        public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            await _http.GetAsync("https://audit.example");
            await next();
        }
    }

    public abstract class FarmControllerBase : ControllerBase
    {
        protected HttpClient Http { get; } = new HttpClient(); // finding SF5001 HIGH: a base of controllers
    }

    [Route("crops"), Audit]
    public class CropsController : FarmControllerBase
    {
        [HttpGet]
        public Task<string> All() => Http.GetStringAsync("https://crops.example");

        [HttpGet("rest")]
        public async Task<string?> Rest()
        {
            var options = new RestClientOptions("https://rest.example") { Timeout = TimeSpan.FromSeconds(3) };
            using var client = new RestClient(options); // finding SF5001 HIGH
            return (await client.ExecuteAsync(new RestRequest("crops"))).Content;
        }

        [HttpPost]
        public async Task<int> Many(string[] crops)
        {
            var total = 0;
            foreach (var crop in crops)
            {
                using (var client = Opened())
                    total += (await client.GetStringAsync(crop)).Length;
            }

            return total;

            HttpClient Opened()
            {
                HttpClientHandler handler = new();
                if (crops.Length > 3)
                    handler.MaxConnectionsPerServer = 2;
                return new HttpClient(handler); // finding SF5001 HIGH
            }
        }
    }

    public class Irrigation : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WaterAsync();
        }

        private static async Task WaterAsync()
        {
            using var client = new HttpClient(); // finding SF5001 MEDIUM: called in the loop
            await client.GetAsync("https://water.example");
        }
    }
}
