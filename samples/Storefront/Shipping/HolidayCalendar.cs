using Polly;
using Polly.Retry;

namespace Storefront.Shipping;

/// <summary>A static client, and right: its connections are renewed, and its caller retries and gives up in time.</summary>
public static class HolidayCalendar
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        BaseAddress = new Uri("https://holidays.example.com/"),
    };

    private static readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, UseJitter = true })
        .AddTimeout(TimeSpan.FromSeconds(2))
        .Build();

    public static async Task<string> OfAsync(int year, CancellationToken cancel) =>
        await _pipeline.ExecuteAsync(async token => await _http.GetStringAsync($"years/{year}", token), cancel);
}
