using Microsoft.AspNetCore.Mvc.RazorPages;
using Studio;
using HttpClient = System.Net.Http.HttpClient;

// Names that look like clients and are none; clients that look shared and are not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSingleton<ClientCache>();
builder.Services.AddSingleton<LazyClient>();
builder.Services.AddHttpClient<SpeechApi>(c => c.BaseAddress = new Uri("https://speech.example")).SetHandlerLifetime(TimeSpan.FromMinutes(2));
builder.Services.AddHostedService<Renderer>();
var app = builder.Build();
app.MapRazorPages();
var shared = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
app.MapGet("/shared", () => shared.GetStringAsync("https://shared.example"));
app.MapGet("/speech", (SpeechApi api) => api.SayAsync("hi"));
app.MapGet("/own-type", () => new Studio.HttpClient().Name);
app.MapGet("/local-function", () =>
{
    return Inner("https://a.example");

    static async Task<int> Inner(string url)
    {
        var client = new System.Net.Http.HttpClient(); // finding SF5001 HIGH
        var response = await client.GetAsync(url);
        return (int)response.StatusCode;
    }
});
app.MapGet("/invoker", async () =>
{
    using var invoker = new HttpMessageInvoker(new SocketsHttpHandler()); // finding SF5001 HIGH
    using var response = await invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://b.example"), default);
    return (int)response.StatusCode;
});
app.Run();

namespace Studio
{
    public class HttpClient
    {
        public string Name => "a client of ours, with no socket";
    }

    public class ClientCache
    {
        private readonly Dictionary<string, System.Net.Http.HttpClient> _clients = new()
        {
            ["eu"] = new System.Net.Http.HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }),
        };

        public System.Net.Http.HttpClient For(string region) => _clients[region];
    }

    public class LazyClient
    {
        private readonly Lazy<System.Net.Http.HttpClient> _client =
            new(() => new System.Net.Http.HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }));

        public Task<string> GetAsync() => _client.Value.GetStringAsync("https://lazy.example");
    }

    public class SpeechApi(System.Net.Http.HttpClient http)
    {
        public Task<string> SayAsync(string text) => http.GetStringAsync(text);
    }

    public class RecordModel(ClientCache clients, LazyClient lazy) : PageModel
    {
        private System.Net.Http.HttpClient? _own;

        public string Text { get; private set; } = "";

        public async Task OnGetAsync()
        {
            Text = await clients.For("eu").GetStringAsync("https://eu.example") + await lazy.GetAsync();
        }

        public async Task OnPostAsync()
        {
            _own ??= new System.Net.Http.HttpClient(); // finding SF5001 HIGH: a page model lives for one request
            Text = await _own.GetStringAsync("https://own.example");
            Text += await Open<System.Net.Http.HttpClient>().GetStringAsync("https://generic.example");
        }

        // A constructor constraint hides which type is made.
        private static T Open<T>() where T : new() => new T(); // limit SF5001: types made through a constructor constraint are not followed
    }

    public class Renderer(IHttpClientFactory factory) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (var n = 0; !stoppingToken.IsCancellationRequested; n++)
            {
                using var fresh = new System.Net.Http.HttpClient(); // finding SF5001 MEDIUM: one per round of the loop
                await fresh.GetAsync("https://render.example", stoppingToken);
                await factory.CreateClient().GetAsync("https://render.example", stoppingToken);
                await Task.Delay(50, stoppingToken);
            }
        }
    }
}
