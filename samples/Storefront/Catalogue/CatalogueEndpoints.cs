using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Catalogue;

/// <summary>What the shop's front page asks for.</summary>
public static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder app)
    {
        var catalogue = app.MapGroup("/api/catalogue").RequireRateLimiting(RateLimits.PerCaller);

        catalogue.MapGet("/all", async (StorefrontDb db, CancellationToken cancel) =>
            await db.Products.AsNoTracking().ToListAsync(cancel));

        catalogue.MapGet("/search", async (string text, StorefrontDb db, CancellationToken cancel) =>
            await db.Products.AsNoTracking().Matching(text).ToListAsync(cancel));

        catalogue.MapGet("/search/first", async (string text, StorefrontDb db, CancellationToken cancel) =>
            await db.Products.AsNoTracking().Matching(text).OrderBy(product => product.Name).Page(0, 10).ToListAsync(cancel));

        catalogue.MapGet("/search/popular", () => SearchTerms.Instance.Popular());

        catalogue.MapGet("/recommended", async (IRecommendations recommendations, CancellationToken cancel) =>
            await recommendations.TodayAsync(cancel));
    }

    public static void MapStatistics(this IEndpointRouteBuilder app)
    {
        var visits = 0;
        app.MapGet("/api/visits", () => Interlocked.Increment(ref visits)).RequireRateLimiting(RateLimits.PerCaller);
    }
}
