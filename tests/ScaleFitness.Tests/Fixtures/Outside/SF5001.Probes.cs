using Microsoft.Extensions.Diagnostics.HealthChecks;
using Probes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient();
builder.Services.AddHealthChecks()
    .AddCheck<Neighbour>("neighbour")
    .AddCheck<PooledNeighbour>("pooled");
builder.Services.AddSingleton<IHealthCheckPublisher, Board>();
var app = builder.Build();
app.MapHealthChecks("/healthz");
app.Run();

namespace Probes
{
    public class Neighbour : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var client = new HttpClient(); // finding SF5001 HIGH: each probe leaves one behind
            var answer = await client.GetAsync("https://neighbour.example", cancellationToken);
            return answer.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }

    public class PooledNeighbour(IHttpClientFactory clients) : IHealthCheck
    {
        private static readonly HttpClient Status = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var answer = await clients.CreateClient().GetAsync("https://neighbour.example", cancellationToken);
            var status = await Status.GetStringAsync("https://status.example", cancellationToken);
            return answer.IsSuccessStatusCode && status.Length > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
        }
    }

    // Once, for the process.
    public class Board : IHealthCheckPublisher
    {
        private readonly HttpClient _client = new();

        public Task PublishAsync(HealthReport report, CancellationToken cancellationToken) => _client.PostAsync("https://board.example", null, cancellationToken);
    }
}
