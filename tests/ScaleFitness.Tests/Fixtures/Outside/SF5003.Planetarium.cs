using Microsoft.Extensions.Http.Resilience;
using Planetarium;
using Polly;
using Polly.Retry;

// Time-outs that stand elsewhere: in the caller's pipeline, in a base class, set after the client is made.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("again").AddResilienceHandler("again", p => p.AddRetry(new HttpRetryStrategyOptions()));
builder.Services.AddHttpClient("late").AddResilienceHandler("late", p => p.AddRetry(new HttpRetryStrategyOptions()));
builder.Services.AddHttpClient("endless").AddResilienceHandler("endless", p => p.AddRetry(new HttpRetryStrategyOptions())); // finding SF5003 HIGH: made endless where it is taken
builder.Services.AddHttpClient<IStarClient, StarClient>().AddSky(); // finding SF5003 HIGH: by the app's own extension, which only tries again
builder.Services.AddHttpClient<MoonClient>().AddSky().ConfigureHttpClient((services, client) => client.Timeout = TimeSpan.FromSeconds(3));
builder.Services.AddSingleton<Show>();
var app = builder.Build();
app.MapGet("/again", (Show show) => show.AgainAsync());
app.MapGet("/late", (Show show) => show.LateAsync());
app.MapGet("/endless", (Show show) => show.EndlessAsync());
app.MapGet("/stars", (IStarClient stars) => stars.AskAsync());
app.MapGet("/moon", (MoonClient moon) => moon.AskAsync());
app.Run();

namespace Planetarium
{
    public static class Sky
    {
        public static IHttpClientBuilder AddSky(this IHttpClientBuilder builder)
        {
            builder.AddResilienceHandler("sky", p => p.AddRetry(new HttpRetryStrategyOptions()));
            return builder;
        }
    }

    public class Show(IHttpClientFactory clients)
    {
        private static readonly ResiliencePipeline Limited = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(4)).Build();

        // The pipeline around it gives up.
        public async Task<string> AgainAsync() => await Limited.ExecuteAsync(async token => await clients.CreateClient("again").GetStringAsync("https://again.example"));

        public async Task<string> LateAsync()
        {
            var client = clients.CreateClient("late");
            client.Timeout = TimeSpan.FromSeconds(6);
            return await client.GetStringAsync("https://late.example");
        }

        public async Task<string> EndlessAsync()
        {
            var client = clients.CreateClient("endless");
            client.Timeout = Timeout.InfiniteTimeSpan;
            return await client.GetStringAsync("https://endless.example");
        }
    }

    public interface IStarClient
    {
        Task<string> AskAsync();
    }

    public abstract class SkyClient(HttpClient http)
    {
        protected Task<string> ReadAsync(string path) => http.GetStringAsync(path);
    }

    public class StarClient(HttpClient http) : SkyClient(http), IStarClient
    {
        public async Task<string> AskAsync() => await ReadAsync("https://stars.example");
    }

    public class MoonClient(HttpClient http) : SkyClient(http)
    {
        public Task<string> AskAsync() => ReadAsync("https://moon.example");
    }
}
