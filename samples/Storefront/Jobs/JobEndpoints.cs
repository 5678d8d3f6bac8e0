using StackExchange.Redis;
using Storefront.Limits;

namespace Storefront.Jobs;

/// <summary>Closing the books, and waiting until they are closed.</summary>
public static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup("/api/jobs").RequireRateLimiting(RateLimits.PerCaller);

        jobs.MapPost("/close/day/{day}", async (string day, DayClosing closing) => await closing.TryCloseAsync(day));

        jobs.MapPost("/close/month/{month}", async (string month, MonthClosing closing) => await closing.TryCloseAsync(month));

        // Waits for good where the job has failed, and long after the caller has gone.
        jobs.MapGet("/wait/{day}", async (string day, IDatabase redis) =>
        {
            while (!await redis.HashExistsAsync("days", day))
                await Task.Delay(500);
        });

        jobs.MapGet("/wait/month/{month}", async (string month, IDatabase redis, CancellationToken cancel) =>
        {
            for (var tries = 0; tries < 20 && !await redis.HashExistsAsync("months", month); tries++)
                await Task.Delay(500, cancel);
        });
    }
}
