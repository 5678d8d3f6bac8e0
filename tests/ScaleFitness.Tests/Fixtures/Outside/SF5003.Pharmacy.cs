using Microsoft.Extensions.Http.Resilience;
using Pharmacy;
using Polly;
using Polly.Retry;

// Some give up in time and some never do.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<StockClient>().AddResilienceHandler("stock", p => p.AddRetry(new HttpRetryStrategyOptions())); // finding SF5003 HIGH: retries under the default
builder.Services.AddHttpClient<PriceClient>(c => c.Timeout = Timeout.InfiniteTimeSpan) // finding SF5003 HIGH: never, whatever token a request brings
    .AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
builder.Services.AddHttpClient("labels").AddPolicyHandler(Policies.Again()); // finding SF5003 HIGH: a policy of a method
builder.Services.AddHttpClient("recalls").AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30))); // finding SF5003 HIGH: a breaker does not give up
builder.Services.AddHttpClient<NightClient>().AddResilienceHandler("night", p => p.AddRetry(new HttpRetryStrategyOptions())); // finding SF5003 MEDIUM: in the background
builder.Services.AddHttpClient("export").ConfigureHttpClient(c => c.Timeout = TimeSpan.FromMilliseconds(-1)); // finding SF5003 HIGH

builder.Services.AddHttpClient<InsuranceClient>();
builder.Services.AddHttpClient<DosageClient>().AddStandardResilienceHandler();
builder.Services.AddHttpClient<RecipeClient>().AddResilienceHandler("recipes", p => p.AddRetry(new HttpRetryStrategyOptions()).AddTimeout(TimeSpan.FromSeconds(2)));
builder.Services.AddHttpClient<DoctorClient>(c => c.Timeout = TimeSpan.FromSeconds(5)).AddResilienceHandler("doctors", p => p.AddRetry(new HttpRetryStrategyOptions()));
builder.Services.AddHttpClient<PatientClient>().AddResilienceHandler("patients", p => p.AddRetry(new HttpRetryStrategyOptions()));
builder.Services.AddHttpClient<ArchiveClient>(c => c.Timeout = Timeout.InfiniteTimeSpan);
builder.Services.AddHttpClient<ScanClient>(c => c.Timeout = Timeout.InfiniteTimeSpan).AddPolicyHandler(Policies.Patient());
builder.Services.AddHttpClient("orders").AddPolicyHandler(Polly.Policy.WrapAsync(Policies.Again(), Polly.Policy.TimeoutAsync<HttpResponseMessage>(2)));
builder.Services.AddScoped<ILabels, Labels>();
builder.Services.AddSingleton<Robots>();
builder.Services.AddHostedService<Night>();
var app = builder.Build();
app.MapGet("/stock", (StockClient stock) => stock.CountAsync());
app.MapGet("/price", (PriceClient prices, CancellationToken token) => prices.OfAsync(token));
app.MapGet("/labels", (ILabels labels) => labels.PrintAsync());
app.MapGet("/recalls", (IHttpClientFactory clients) => clients.CreateClient("recalls").GetStringAsync("https://recalls.example"));
app.MapGet("/export", (IHttpClientFactory clients) => clients.CreateClient("export").GetStringAsync("https://export.example"));
app.MapGet("/insurance", (InsuranceClient insurance) => insurance.AskAsync());
app.MapGet("/dosage", (DosageClient dosage) => dosage.AskAsync());
app.MapGet("/recipe", (RecipeClient recipes) => recipes.AskAsync());
app.MapGet("/doctor", (DoctorClient doctors) => doctors.AskAsync());
app.MapGet("/patient", (PatientClient patients, CancellationToken token) => patients.AskAsync(token));
app.MapGet("/archive", (ArchiveClient archive, CancellationToken token) => archive.FetchAsync(token));
app.MapGet("/scan", (ScanClient scans) => scans.AskAsync());
app.MapGet("/orders", (IHttpClientFactory clients) => clients.CreateClient("orders").GetStringAsync("https://orders.example"));
app.MapGet("/robots", (Robots robots) => robots.AskAsync());
app.Run();

namespace Pharmacy
{
    public static class Policies
    {
        public static IAsyncPolicy<HttpResponseMessage> Again() => Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).WaitAndRetryAsync(2, n => TimeSpan.FromSeconds(n));

        public static IAsyncPolicy<HttpResponseMessage> Patient() => Policy.TimeoutAsync<HttpResponseMessage>(TimeSpan.FromSeconds(20));
    }

    public class StockClient(HttpClient http)
    {
        public Task<string> CountAsync() => http.GetStringAsync("https://stock.example");
    }

    public class PriceClient(HttpClient http)
    {
        public async Task<string> OfAsync(CancellationToken token) => await http.GetStringAsync("https://prices.example", token);
    }

    public interface ILabels
    {
        Task<string> PrintAsync();
    }

    public class Labels(IHttpClientFactory clients) : ILabels
    {
        public async Task<string> PrintAsync()
        {
            using var response = await clients.CreateClient("labels").PostAsync("https://labels.example", null);
            return await response.Content.ReadAsStringAsync();
        }
    }

    public class NightClient(HttpClient http)
    {
        public Task<string> RunAsync() => http.GetStringAsync("https://night.example");
    }

    public class Night(NightClient night) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await night.RunAsync();
                await Task.Delay(60_000, stoppingToken);
            }
        }
    }

    // Nothing around it: another rule's.
    public class InsuranceClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://insurance.example");
    }

    public class DosageClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://dosage.example");
    }

    public class RecipeClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://recipes.example");
    }

    public class DoctorClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://doctors.example");
    }

    // The request's token: who leaves, ends it.
    public class PatientClient(HttpClient http)
    {
        public Task<string> AskAsync(CancellationToken token) => http.GetStringAsync("https://patients.example", token);
    }

    // Large downloads: never by the client, and by a token after a while.
    public class ArchiveClient(HttpClient http)
    {
        public async Task<string> FetchAsync(CancellationToken token)
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(token);
            limited.CancelAfter(TimeSpan.FromMinutes(2));
            return await http.GetStringAsync("https://archive.example", limited.Token);
        }
    }

    public class ScanClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://scans.example");
    }

    // Made by hand, over a handler that tries again.
    public class Robots
    {
        private static readonly HttpClient Forever = new(new AgainHandler { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) } }) { Timeout = Timeout.InfiniteTimeSpan }; // finding SF5003 HIGH

        private static readonly HttpClient Awhile = new(new AgainHandler { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) } }) { Timeout = TimeSpan.FromSeconds(10) };

        public async Task<string> AskAsync() => await Forever.GetStringAsync("https://robots.example") + await Awhile.GetStringAsync("https://robots.example");
    }

    public class AgainHandler : DelegatingHandler
    {
        private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>()).Build();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await Pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
    }
}
