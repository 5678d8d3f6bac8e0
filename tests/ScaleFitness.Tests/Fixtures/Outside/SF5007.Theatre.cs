using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;
using Polly.Timeout;
using Theatre;

// Pipelines with and without a breaker, around calls of requests.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<SeatClient>().AddResilienceHandler("seats", p => p.AddRetry(new HttpRetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(2))); // finding SF5007 MEDIUM
builder.Services.AddHttpClient("posters", c => c.Timeout = TimeSpan.FromSeconds(3)).AddPolicyHandler( // finding SF5007 MEDIUM
    Polly.Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
builder.Services.AddHttpClient("actors").AddTransientHttpErrorPolicy(p => p.RetryAsync(2)); // finding SF5007 MEDIUM
builder.Services.AddHttpClient<StageClient>().AddHttpMessageHandler(() => new AgainHandler()); // finding SF5007 MEDIUM: a handler of the app's that only tries again

builder.Services.AddHttpClient<ScriptClient>().AddStandardResilienceHandler();
builder.Services.AddHttpClient<PropClient>().AddResilienceHandler("props", p => p.AddRetry(new HttpRetryStrategyOptions()).AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions()));
builder.Services.AddHttpClient("reviews").AddTransientHttpErrorPolicy(p => p.RetryAsync(2)).AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
builder.Services.AddHttpClient<CoatClient>();
builder.Services.AddHttpClient<ArchiveClient>().AddResilienceHandler("archive", p => p.AddRetry(new HttpRetryStrategyOptions()));
builder.Services.AddSingleton<Box>();
builder.Services.AddSingleton<Foyer>();
builder.Services.AddSingleton<Runner>();
builder.Services.AddHostedService<Nightly>();
var app = builder.Build();
app.MapGet("/seats", (SeatClient seats) => seats.AskAsync());
app.MapGet("/posters", (IHttpClientFactory clients) => clients.CreateClient("posters").GetStringAsync("https://posters.example"));
app.MapGet("/actors", (IHttpClientFactory clients) => clients.CreateClient("actors").GetStringAsync("https://actors.example"));
app.MapGet("/stage", (StageClient stage) => stage.AskAsync());
app.MapGet("/script", (ScriptClient scripts) => scripts.AskAsync());
app.MapGet("/props", (PropClient props) => props.AskAsync());
app.MapGet("/reviews", (IHttpClientFactory clients) => clients.CreateClient("reviews").GetStringAsync("https://reviews.example"));
app.MapGet("/coats", (CoatClient coats) => coats.AskAsync());
app.MapGet("/box", (Box box) => box.SellAsync());
app.MapGet("/box/two", (Box box) => box.AgainAsync());
app.MapGet("/foyer", (Foyer foyer) => foyer.AskAsync());
app.MapGet("/foyer/registry", (Foyer foyer) => foyer.RegistryAsync());
app.Run();

namespace Theatre
{
    public class SeatClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://seats.example");
    }

    public class StageClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://stage.example");
    }

    public class ScriptClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://scripts.example");
    }

    public class PropClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://props.example");
    }

    // Nothing around it: another rule's.
    public class CoatClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://coats.example");
    }

    // Used by night alone: nobody waits.
    public class ArchiveClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://archive.example");
    }

    public class Nightly(ArchiveClient archive) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await archive.AskAsync();
    }

    public class AgainHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode || attempt == 3)
                    return response;
                await Task.Delay(attempt * 200, cancellationToken);
            }
        }
    }

    // One pipeline around two clients: one cause.
    public class Box
    {
        private static readonly HttpClient Tickets = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        private static readonly HttpClient Cards = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(3) });

        private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).AddTimeout(new TimeoutStrategyOptions()).Build(); // finding SF5007 MEDIUM

        public async Task<string> SellAsync() => await _pipeline.ExecuteAsync(async token => await Tickets.GetStringAsync("https://tickets.example", token));

        public async Task<string> AgainAsync() => await _pipeline.ExecuteAsync(async token => await Cards.GetStringAsync("https://cards.example", token));
    }

    public class Runner
    {
        private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions())
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions())
            .Build();

        public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call) => await _pipeline.ExecuteAsync(async token => await call(token));
    }

    public class Foyer(Runner runner)
    {
        private static readonly HttpClient Bar = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        private static readonly HttpClient Shop = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        private static readonly ResiliencePipelineRegistry<string> Registry = new();

        public Task<string> AskAsync() => runner.RunAsync(token => Bar.GetStringAsync("https://bar.example", token));

        // What a registry hands out cannot be looked into.
        public async Task<string> RegistryAsync() => await Registry.GetPipeline("shop").ExecuteAsync(async token => await Shop.GetStringAsync("https://shop.example", token));
    }
}
