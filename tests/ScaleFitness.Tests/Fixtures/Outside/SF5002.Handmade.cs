using Grpc.Core;
using Handmade;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Polly;
using Polly.Retry;
using RestSharp;

// Clients that no container builds, and pipelines that wrap the wrong thing.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddHttpClient();
builder.Services.AddGrpcClient<StockGrpcClient>(o => o.Address = new Uri("https://stock.example")); // finding SF5002 HIGH
builder.Services.AddGrpcClient<PriceGrpcClient>(o => o.Address = new Uri("https://price.example")).AddStandardResilienceHandler();
builder.Services.AddSingleton<IGateway, Gateway>();
builder.Services.AddSingleton<Fallbacks>();
builder.Services.AddScoped<LoanApi>();
builder.Services.AddScoped<Unwrapped>();
builder.Services.AddSingleton<Unsent>();
var app = builder.Build();
app.MapRazorPages();
app.MapGet("/stock", (StockGrpcClient stock, PriceGrpcClient price) => stock.Count() + price.Count());
app.MapGet("/gateway", (IGateway gateway) => gateway.PingAsync());
app.MapGet("/fallback", (Fallbacks fallbacks) => fallbacks.AskAsync());
app.MapGet("/loan", (LoanApi loans) => loans.AskAsync());
app.MapGet("/unwrapped", (Unwrapped service) => service.AskAsync());
app.MapGet("/new", async (string url) =>
{
    // Made anew for each call: another rule's to say, and what replaces it is one of those above.
    using var client = new HttpClient();
    return await client.GetStringAsync(url);
});
app.MapGet("/unregistered", (IHttpClientFactory factory) => factory.CreateClient("nobody-knows-me").GetStringAsync("https://x.example")); // finding SF5002 HIGH
app.MapGet("/memory", (Unsent unsent) => unsent.Address);
app.Run();

namespace Handmade
{
    public class StockGrpcClient(ChannelBase channel) : ClientBase(channel)
    {
        public int Count() => 1;
    }

    public class PriceGrpcClient(ChannelBase channel) : ClientBase(channel)
    {
        public int Count() => 2;
    }

    public interface IGateway
    {
        Task<int> PingAsync();
    }

    // The decoration is a handler that is put together by hand.
    public class Gateway : IGateway
    {
        private readonly HttpClient _client = new(new PipelineHandler
        {
            InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) },
        });

        public async Task<int> PingAsync() => (int)(await _client.GetAsync("https://gateway.example")).StatusCode;
    }

    public class PipelineHandler : DelegatingHandler
    {
        private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            return _pipeline.ExecuteAsync(token => new ValueTask<HttpResponseMessage>(base.SendAsync(request, token)), cancellationToken).AsTask();
        }
    }

    // One of two clients goes through the pipeline.
    public class Fallbacks
    {
        private static readonly HttpClient First = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        private static readonly HttpClient Second = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3) }); // finding SF5002 HIGH

        private readonly ResiliencePipeline<string> _pipeline = new ResiliencePipelineBuilder<string>().AddTimeout(TimeSpan.FromSeconds(1)).AddRetry(new RetryStrategyOptions<string>()).Build();

        public async Task<string> AskAsync()
        {
            var first = await _pipeline.ExecuteAsync(async token => await First.GetStringAsync("https://first.example", token));
            return first.Length > 0 ? first : await Second.GetStringAsync("https://second.example");
        }
    }

    // The caller one level up runs the pipeline.
    public class LoanApi
    {
        private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(4) });

        private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

        public ValueTask<string> AskAsync() => Pipeline.ExecuteAsync(SendAsync);

        private static async ValueTask<string> SendAsync(CancellationToken token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "https://loan.example");
            using var response = await Client.SendAsync(request, token);
            return await response.Content.ReadAsStringAsync(token);
        }
    }

    // A pipeline is at hand and guards something else.
    public class Unwrapped(IHttpClientFactory factory)
    {
        private readonly ResiliencePipeline _files = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

        public async Task<string> AskAsync()
        {
            _files.Execute(() => File.Exists("/etc/hosts"));
            var client = new RestClient(factory.CreateClient()); // finding SF5002 HIGH: over the factory's default
            var response = await client.ExecuteAsync(new RestRequest("loans"));
            return response.Content ?? "";
        }
    }

    // Made, and never sent with.
    public class Unsent
    {
        private static readonly HttpClient Template = new() { BaseAddress = new Uri("https://template.example") };

        public string Address => Template.BaseAddress!.Host;
    }

    public class StatusModel : PageModel
    {
        private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) }; // finding SF5002 MEDIUM

        public string Status { get; private set; } = "";

        public async Task OnGetAsync() => Status = await Http.GetStringAsync("https://status.example");
    }
}
