using System.Net;
using System.Net.Sockets;
using Courier;
using Flurl.Http;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using RestSharp;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSignalR();
builder.Services.AddHttpClient();
builder.Services.AddHttpClient<Geocoder>();
builder.Services.AddTransient<ILabelPrinter, LabelPrinter>();
builder.Services.AddScoped<CustomsApi>();
builder.Services.AddSingleton<ParcelTracker>();
builder.Services.AddSingleton<PooledTracker>();
builder.Services.AddSingleton<IDepotClient>(_ => new DepotClient(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })));
builder.Services.AddScoped(_ => new TariffClient(new HttpClient())); // finding SF5001 HIGH: a factory that runs once a request
builder.Services.AddSingleton(_ => new TariffTable(new HttpClient()));
builder.Services.AddSingleton(GrpcChannel.ForAddress("https://depot.example"));
builder.Services.AddHostedService<Poller>();
builder.Services.AddHttpClient("proxy").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { UseProxy = true });
builder.Services.AddHttpClient("sockets").UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5));

using (var warmUp = new HttpClient())
{
    await warmUp.GetAsync("https://depot.example/health");
}

var app = builder.Build();
app.UseMiddleware<CountryMiddleware>();
app.MapControllers();
app.MapHub<ParcelHub>("/parcels");
app.MapGet("/weather", async () =>
{
    using var client = new HttpClient(); // finding SF5001 HIGH
    return await client.GetStringAsync("https://weather.example");
});
app.MapGet("/rates", Fetch);
app.MapGet("/track/{id}", (ParcelTracker tracker, string id) => tracker.FindAsync(id));
app.MapGet("/pooled/{id}", (PooledTracker tracker, string id) => tracker.FindAsync(id));
app.Run();

static Task<string> Fetch() => new HttpClient().GetStringAsync("https://rates.example"); // finding SF5001 HIGH

namespace Courier
{
    [ApiController, Route("deliveries")]
    public class DeliveriesController(ILabelPrinter labels, IHttpClientFactory factory, CustomsApi customs, IDepotClient depot) : ControllerBase
    {
        private static readonly SocketsHttpHandler Shared = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(10) };

        private static readonly HttpClient Maps = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) });

        [HttpGet("{id:int}")]
        public async Task<IActionResult> Get(int id)
        {
            var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip };
            using var client = new HttpClient(handler); // finding SF5001 HIGH: the handler is as new as the client
            var body = await client.GetStringAsync($"https://deliveries.example/{id}");
            return Ok(body + await labels.PrintAsync(id));
        }

        [HttpGet("factory")]
        public async Task<string> ByFactory()
        {
            using var client = factory.CreateClient("proxy");
            return await client.GetStringAsync("https://deliveries.example");
        }

        [HttpGet("shared")]
        public async Task<string> BySharedHandler()
        {
            using var client = new HttpClient(Shared, disposeHandler: false);
            client.DefaultRequestHeaders.Add("X-Trace", HttpContext.TraceIdentifier);
            return await client.GetStringAsync("https://deliveries.example");
        }

        [HttpGet("map")]
        public Task<string> Map() => Maps.GetStringAsync("https://maps.example");

        [HttpGet("rest")]
        public async Task<string?> Rest()
        {
            var client = new RestClient("https://rest.example"); // finding SF5001 HIGH
            var response = await client.ExecuteAsync(new RestRequest("deliveries"));
            return response.Content;
        }

        [HttpGet("rest-over-factory")]
        public async Task<string?> RestOverFactory()
        {
            var client = new RestClient(factory.CreateClient());
            return (await client.ExecuteAsync(new RestRequest("deliveries"))).Content;
        }

        [HttpGet("grpc")]
        public string Grpc()
        {
            using var channel = GrpcChannel.ForAddress("https://grpc.example"); // finding SF5001 HIGH
            return channel.Target;
        }

        [HttpGet("flurl")]
        public async Task<string[]> Flurl()
        {
            using var client = new FlurlClient("https://flurl.example"); // finding SF5001 HIGH
            return await client.Request("deliveries").GetJsonAsync<string[]>();
        }

        [HttpPost]
        public async Task<IActionResult> Post(string[] stops)
        {
            var tasks = stops.Select(async stop =>
            {
                using var http = new HttpClient { BaseAddress = new Uri("https://stops.example") }; // finding SF5001 HIGH: once per element
                return await http.GetStringAsync(stop);
            });
            var message = new HttpRequestMessage(HttpMethod.Get, "https://depot.example");
            await depot.SendAsync(message);
            return Ok(await Task.WhenAll(tasks));
        }

        [HttpDelete]
        public string Delete() => customs.Cancel();

        [NonAction]
        public HttpClient Spare() => new();
    }

    public interface ILabelPrinter
    {
        Task<string> PrintAsync(int id);
    }

    public class LabelPrinter : ILabelPrinter
    {
        private readonly HttpClient _http = new(); // finding SF5001 HIGH: a field of a transient

        public Task<string> PrintAsync(int id) => _http.GetStringAsync($"https://labels.example/{id}");
    }

    // Registered nowhere.
    public class BluetoothPrinter : ILabelPrinter
    {
        public async Task<string> PrintAsync(int id)
        {
            using var http = new HttpClient();
            return await http.GetStringAsync($"http://printer.local/{id}");
        }
    }

    public class CustomsApi
    {
        private readonly HttpClient _client;

        public CustomsApi()
        {
            _client = new HttpClient(new SocketsHttpHandler()); // finding SF5001 HIGH: a scoped constructor
        }

        public string Cancel()
        {
            using var response = _client.Send(new HttpRequestMessage(HttpMethod.Delete, "https://customs.example"));
            return response.StatusCode.ToString();
        }
    }

    public class ParcelTracker
    {
        public async Task<string?> FindAsync(string id)
        {
            foreach (var host in Hosts())
            {
                using var client = Create(host);
                var answer = await client.GetAsync(id);
                if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsStringAsync();
            }

            return null;
        }

        private static IEnumerable<string> Hosts()
        {
            yield return "https://north.example";
            yield return "https://south.example";
        }

        private static HttpClient Create(string host)
        {
            return new HttpClient { BaseAddress = new Uri(host) }; // finding SF5001 HIGH: a factory method of the app
        }
    }

    public class PooledTracker
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) });

        public Task<string> FindAsync(string id) => _client.GetStringAsync("https://track.example/" + id);
    }

    public interface IDepotClient
    {
        Task SendAsync(HttpRequestMessage message);
    }

    public class DepotClient(HttpClient client) : IDepotClient
    {
        public Task SendAsync(HttpRequestMessage message) => client.SendAsync(message);
    }

    public class TariffClient(HttpClient client)
    {
        public HttpClient Client { get; } = client;
    }

    public class TariffTable(HttpClient client)
    {
        public HttpClient Client { get; } = client;
    }

    public class Geocoder(HttpClient http)
    {
        public Task<string> FindAsync(string place) => http.GetStringAsync(place);
    }

    public class CountryMiddleware(RequestDelegate next)
    {
        private readonly HttpClient _once = new();

        public async Task InvokeAsync(HttpContext context, IHttpClientFactory factory)
        {
            if (context.Request.Headers.ContainsKey("X-Locate"))
                context.Items["country"] = await new CountryLookup().FindAsync(context.Connection.RemoteIpAddress);
            else
                context.Items["country"] = await _once.GetStringAsync("https://ip.example/default");
            await next(context);
        }
    }

    public class CountryLookup
    {
        public async Task<string> FindAsync(IPAddress? address)
        {
            HttpClient? client = null;
            try
            {
                client = new HttpClient(); // finding SF5001 HIGH: inside try and finally
                return await client.GetStringAsync($"https://ip.example/{address}");
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException)
            {
                return "unknown";
            }
            finally
            {
                client?.Dispose();
            }
        }
    }

    public class ParcelHub(Geocoder geocoder) : Hub
    {
        public async Task Locate(string place)
        {
            var client = place.Length > 3 ? new HttpClient() : null; // finding SF5001 HIGH
            await Clients.Caller.SendAsync("located", await geocoder.FindAsync(place), client is null);
        }
    }

    [TypeFilter(typeof(ConsentFilter))]
    public class ConsentsController : Controller
    {
        public IActionResult Index() => View();
    }

    public class ConsentFilter : IAsyncActionFilter
    {
        private static HttpClient? _lazy;

        private static HttpClient Lazily => _lazy ??= new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3) });

        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            await Lazily.GetAsync("https://consent.example");
            using (var http = new HttpClient()) // finding SF5001 HIGH: in a filter
            {
                await http.GetAsync("https://consent.example/again");
            }

            await next();
        }
    }

    // One client for the life of the worker.
    public class Poller : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var client = new HttpClient();
            while (!stoppingToken.IsCancellationRequested)
            {
                await client.GetAsync("https://poll.example", stoppingToken);
                await Task.Delay(5000, stoppingToken);
            }
        }
    }
}
