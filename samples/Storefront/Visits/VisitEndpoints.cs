using Azure.Data.Tables;
using Storefront.Limits;

namespace Storefront.Visits;

/// <summary>Which products are looked at, and by whom.</summary>
public static class VisitEndpoints
{
    public static IServiceCollection AddVisits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new TableServiceClient(configuration.GetConnectionString("Visits"))); // with its key, from the environment
        return services.AddScoped<VisitLog>().AddScoped<VisitQueries>();
    }

    public static void MapVisits(this IEndpointRouteBuilder app)
    {
        var visits = app.MapGroup("/api/visits").RequireRateLimiting(RateLimits.PerCaller);

        visits.MapPost("/{visitor}/{sku}", async (string visitor, string sku, VisitLog log, CancellationToken cancel) =>
        {
            await log.WriteAsync(visitor, sku, cancel);
            await log.RememberAsync(visitor, sku, cancel);
        });

        visits.MapGet("/product/{sku}", async (string sku, VisitQueries queries, CancellationToken cancel) => await queries.CountAsync(sku, cancel));
        visits.MapGet("/visitor/{visitor}", async (string visitor, VisitQueries queries, CancellationToken cancel) => await queries.SeenByAsync(visitor, cancel));
    }
}
