using Brewery;
using Microsoft.AspNetCore.Mvc;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

// Polly 7's policies around calls, combined in every way.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddHttpClient();
builder.Services.AddSingleton<IMaltApi, MaltApi>();
builder.Services.AddSingleton<HopApi>();
builder.Services.AddHttpClient("yeast").AddPolicyHandler((services, request) => request.Method == HttpMethod.Get ? Policies.Again : Policies.None);
builder.Services.AddHttpClient("water").AddPolicyHandler(Policies.Again).AddPolicyHandler(Policies.Break);
var app = builder.Build();
app.MapControllers();
app.Run();

namespace Brewery
{
    public static class Policies
    {
        public static readonly IAsyncPolicy<HttpResponseMessage> Again = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)); // finding SF5007 MEDIUM: around malt

        public static readonly IAsyncPolicy<HttpResponseMessage> Break = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).CircuitBreakerAsync(3, TimeSpan.FromSeconds(30));

        public static readonly IAsyncPolicy<HttpResponseMessage> None = Policy.NoOpAsync<HttpResponseMessage>();
    }

    [Route("brews")]
    public class BrewsController(IMaltApi malt, HopApi hops, IHttpClientFactory clients) : ControllerBase
    {
        [HttpGet("malt")]
        public Task<HttpResponseMessage> Malt() => malt.AskAsync();

        [HttpGet("hops")]
        public Task<HttpResponseMessage> Hops() => hops.AskAsync();

        [HttpGet("yeast")]
        public Task<string> Yeast() => clients.CreateClient("yeast").GetStringAsync("https://yeast.example");

        [HttpGet("water")]
        public Task<string> Water() => clients.CreateClient("water").GetStringAsync("https://water.example");
    }

    public interface IMaltApi
    {
        Task<HttpResponseMessage> AskAsync();
    }

    public class MaltApi(IHttpClientFactory clients) : IMaltApi
    {
        public Task<HttpResponseMessage> AskAsync() => Policies.Again.ExecuteAsync(() => clients.CreateClient().GetAsync("https://malt.example"));
    }

    public class HopApi
    {
        private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        private readonly IAsyncPolicy<HttpResponseMessage> _both = Policies.Again.WrapAsync(Policies.Break);

        public Task<HttpResponseMessage> AskAsync() => _both.ExecuteAsync(() => Http.GetAsync("https://hops.example"));
    }
}
