using System.Diagnostics.Metrics;
using StackExchange.Redis;
using Storefront.Limits;

namespace Storefront.Counters;

/// <summary>Counts visitors four times, twice well.</summary>
public static class CounterEndpoints
{
    private static readonly Counter<long> _visits = new Meter("Storefront").CreateCounter<long>("visits");

    private static int _ticket;

    public static void MapCounters(this IEndpointRouteBuilder app)
    {
        var visits = app.MapGroup("/api/counters").RequireRateLimiting(RateLimits.PerCaller);

        // Each instance hands out number 1.
        visits.MapPost("/ticket", () => Interlocked.Increment(ref _ticket));

        // One key, and with it one thread of one Redis, for every visit there is.
        visits.MapPost("/all", async (IDatabase redis) => await redis.StringIncrementAsync("visits"));

        visits.MapPost("/pages/{sku}", async (string sku, IDatabase redis) => await redis.StringIncrementAsync($"visits:{sku}"));

        visits.MapPost("/measured", () => _visits.Add(1));
    }
}
