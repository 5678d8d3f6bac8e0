using Npgsql;
using Storefront.Limits;

namespace Storefront.Archive;

/// <summary>Orders of former years, in a table that no entity stands for.</summary>
public static class ArchiveEndpoints
{
    public static IServiceCollection AddArchive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(NpgsqlDataSource.Create(configuration.GetConnectionString("Storefront")!));
        services.AddScoped<ArchiveRemoval>();
        return services.AddScoped<OrderArchive>();
    }

    public static void MapArchive(this IEndpointRouteBuilder app)
    {
        var archive = app.MapGroup("/api/archive").RequireRateLimiting(RateLimits.PerCaller);

        archive.MapGet("/country/{country}", async (string country, OrderArchive orders, CancellationToken cancel) =>
            await orders.OfCountryAsync(country, cancel));

        archive.MapGet("/year/{year:int}", async (int year, long after, OrderArchive orders, CancellationToken cancel) =>
            await orders.OfYearAsync(year, after, cancel));

        archive.MapGet("/{id:long}", async (long id, OrderArchive orders, CancellationToken cancel) =>
            await orders.FindAsync(id, cancel) is { } order ? Results.Ok(order) : Results.NotFound());

        archive.MapDelete("/{id:long}", async (long id, ArchiveRemoval removal, CancellationToken cancel) =>
            await removal.RemoveAsync(id, cancel));
    }
}
