using System.Net;
using Booking;
using Flurl.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Refit;
using RestSharp;

// Some clients are decorated and some are not: one finding per client that is not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddTransient<RetryHandler>();
builder.Services.AddTransient<CorrelationHandler>();

builder.Services.AddHttpClient<HotelClient>(c => c.BaseAddress = new Uri("https://hotels.example")); // finding SF5002 HIGH
builder.Services.AddHttpClient<IFlightClient, FlightClient>() // finding SF5002 HIGH: a header is no decoration
    .AddHttpMessageHandler<CorrelationHandler>();
builder.Services.AddHttpClient("cars", c => c.Timeout = TimeSpan.FromSeconds(3)); // finding SF5002 MEDIUM: only a time-out
builder.Services.AddHttpClient("trains"); // finding SF5002 HIGH
builder.Services.AddRefitClient<IMuseumApi>(); // finding SF5002 HIGH
builder.Services.AddHttpClient<IInsuranceClient, InsuranceClient>().ConfigureHttpClient(c => c.DefaultRequestVersion = HttpVersion.Version20); // finding SF5002 HIGH

builder.Services.AddHttpClient<TaxiClient>().AddStandardResilienceHandler();
builder.Services.AddHttpClient<ITourClient, TourClient>(c => c.BaseAddress = new Uri("https://tours.example"))
    .AddResilienceHandler("tours", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions()));
builder.Services.AddHttpClient("ferries").AddPolicyHandler(
    Polly.Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.TooManyRequests).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));
builder.Services.AddHttpClient("buses").AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
builder.Services.AddHttpClient("bikes").AddHttpMessageHandler<RetryHandler>();
builder.Services.AddHttpClient("boats").AddStandardHedgingHandler();
builder.Services.AddRefitClient<ITheatreApi>().AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 2);
var planes = builder.Services.AddHttpClient("planes");
planes.AddStandardResilienceHandler();
builder.Services.AddPartner("partner");
builder.Services.AddHttpClient("never-used");
builder.Services.AddHttpClient("start-up-only");
builder.Services.AddScoped<WeatherService>();
builder.Services.AddScoped<NewsService>();
builder.Services.AddSingleton<CurrencyService>();

var app = builder.Build();
await app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("start-up-only").GetAsync("https://warm.example");
app.MapControllers();
app.MapGet("/cars", (IHttpClientFactory factory) => factory.CreateClient("cars").GetStringAsync("/"));
app.MapGet("/weather", (WeatherService weather) => weather.TodayAsync());
app.MapGet("/news", (NewsService news) => news.TodayAsync());
app.MapGet("/currency", (CurrencyService currency) => currency.EuroAsync());
app.MapGet("/default", async (IHttpClientFactory factory) =>
{
    var client = factory.CreateClient(); // finding SF5002 HIGH: the factory's default
    return await client.GetStringAsync("https://default.example");
});
app.Run();

namespace Booking
{
    public static class Partners
    {
        public static IHttpClientBuilder AddPartner(this IServiceCollection services, string name)
        {
            var client = services.AddHttpClient(name);
            client.AddResilienceHandler("partner", p => p.AddTimeout(TimeSpan.FromSeconds(1)).AddRetry(new RetryStrategyOptions<HttpResponseMessage>()));
            return client;
        }
    }

    [Route("trips")]
    public class TripsController(
        HotelClient hotels, IFlightClient flights, IMuseumApi museum, ITheatreApi theatre, IInsuranceClient insurance,
        TaxiClient taxis, ITourClient tours, IHttpClientFactory factory) : ControllerBase
    {
        [HttpGet]
        public async Task<IActionResult> Get()
        {
            var hotel = await hotels.FirstAsync();
            var flight = await flights.FirstAsync();
            var paintings = await museum.Paintings();
            var plays = await theatre.Plays();
            return Ok(new { hotel, flight, paintings, plays, Taxi = await taxis.CallAsync(), Tour = await tours.FirstAsync() });
        }

        [HttpGet("insurance")]
        public string Insurance() => insurance.Quote();

        [HttpGet("named/{kind}")]
        public async Task<IActionResult> Named(string kind)
        {
            using var trains = factory.CreateClient("trains");
            var ferries = factory.CreateClient("ferries");
            var body = await trains.GetStringAsync("https://trains.example") + await ferries.GetStringAsync("https://ferries.example");
            body += await factory.CreateClient("buses").GetStringAsync("https://buses.example");
            body += await factory.CreateClient("bikes").GetStringAsync("https://bikes.example");
            body += await factory.CreateClient("boats").GetStringAsync("https://boats.example");
            body += await factory.CreateClient("planes").GetStringAsync("https://planes.example");
            body += await factory.CreateClient("partner").GetStringAsync("https://partner.example");
            return Ok(body + kind);
        }

        [HttpGet("rest")]
        public async Task<string?> Rest()
        {
            var answer = await RestTickets.Client.ExecuteAsync(new RestRequest("tickets"));
            return answer.Content + await FlurlTickets.Client.Request("tickets").GetJsonAsync<string>();
        }
    }

    public static class RestTickets
    {
        public static readonly RestClient Client = new("https://tickets.example"); // finding SF5002 HIGH
    }

    public static class FlurlTickets
    {
        public static readonly FlurlClient Client = new("https://tickets.example"); // finding SF5002 HIGH
    }

    public class HotelClient(HttpClient http)
    {
        public Task<string> FirstAsync() => http.GetStringAsync("hotels/1");
    }

    public interface IFlightClient
    {
        Task<string> FirstAsync();
    }

    public class FlightClient : IFlightClient
    {
        private readonly HttpClient _http;

        public FlightClient(HttpClient http) => _http = http;

        public async Task<string> FirstAsync()
        {
            using var response = await _http.GetAsync("flights/1");
            return await response.Content.ReadAsStringAsync();
        }
    }

    public interface IInsuranceClient
    {
        string Quote();
    }

    public class InsuranceClient(HttpClient http) : IInsuranceClient
    {
        public string Quote() => http.Send(new HttpRequestMessage(HttpMethod.Get, "https://insurance.example")).ReasonPhrase ?? "";
    }

    public class TaxiClient(HttpClient http)
    {
        public Task<string?> CallAsync() => http.GetFromJsonAsync<string>("taxis");
    }

    public interface ITourClient
    {
        Task<string> FirstAsync();
    }

    public class TourClient(HttpClient http) : ITourClient
    {
        public Task<string> FirstAsync() => http.GetStringAsync("tours/1");
    }

    public interface IMuseumApi
    {
        [Get("/paintings")]
        Task<string[]> Paintings();
    }

    public interface ITheatreApi
    {
        [Get("/plays")]
        Task<string[]> Plays();
    }

    public class CorrelationHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Correlation", Guid.NewGuid().ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }

    public class RetryHandler : DelegatingHandler
    {
        private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { MaxRetryAttempts = 3 })
            .Build();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await Pipeline.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken);
    }

    // The caller runs the pipeline.
    public class WeatherService
    {
        private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

        public async Task<string> TodayAsync() =>
            await _pipeline.ExecuteAsync(async token => await Client.GetStringAsync("https://weather.example", token));
    }

    public class NewsService
    {
        private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }); // finding SF5002 HIGH: a static client

        public async Task<string> TodayAsync()
        {
            try
            {
                return await Client.GetStringAsync("https://news.example");
            }
            catch (HttpRequestException)
            {
                return "";
            }
        }

        public async Task<string> TomorrowAsync() => await Client.GetStringAsync("https://news.example/tomorrow");
    }

    public class CurrencyService
    {
        private readonly HttpClient _client;

        public CurrencyService()
        {
            _client = new HttpClient { BaseAddress = new Uri("https://currency.example") }; // finding SF5002 HIGH: a singleton's client
        }

        public Task<string> EuroAsync() => _client.GetStringAsync("eur");
    }

    // Reached by nothing.
    public class LegacyService
    {
        private static readonly HttpClient Client = new();

        public Task<string> RunAsync() => Client.GetStringAsync("https://legacy.example");
    }
}
