using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Reviews;

/// <summary>Reviews, as the product's page and the editors ask for them.</summary>
public static class ReviewEndpoints
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddScoped<ReviewModeration>().AddScoped<ReviewDesk>();

    public static void MapReviews(this IEndpointRouteBuilder app)
    {
        var reviews = app.MapGroup("/api/reviews").RequireRateLimiting(RateLimits.PerCaller);

        // "The app sends 10."
        reviews.MapGet("/newest", async (int count, StorefrontDb db, CancellationToken cancel) =>
            await db.Reviews.AsNoTracking().OrderByDescending(review => review.WrittenAt).Take(count).ToListAsync(cancel));

        // Page by page, however deep: the index leads to the last review that the caller has seen.
        reviews.MapGet("/", async (int after, int size, StorefrontDb db, CancellationToken cancel) =>
            await db.Reviews.AsNoTracking().Where(review => review.Id > after).OrderBy(review => review.Id).Take(Math.Clamp(size, 1, 100)).ToListAsync(cancel));

        // Nobody changes what is loaded here, yet the context keeps a copy of each to compare it with.
        reviews.MapGet("/product/{product:int}", async (int product, StorefrontDb db, CancellationToken cancel) =>
            await db.Reviews.Where(review => review.ProductId == product).OrderByDescending(review => review.Stars).Take(20).ToListAsync(cancel));

        // The texts of fifty reviews travel with their stars, and nobody reads them.
        reviews.MapGet("/product/{product:int}/stars", async (int product, StorefrontDb db, CancellationToken cancel) =>
        {
            var latest = await db.Reviews.AsNoTracking().Where(review => review.ProductId == product).OrderByDescending(review => review.WrittenAt).Take(50).ToListAsync(cancel);
            return latest.Select(review => review.Stars);
        });

        reviews.MapGet("/product/{product:int}/days", async (int product, StorefrontDb db, CancellationToken cancel) =>
            await db.Reviews.Where(review => review.ProductId == product).OrderByDescending(review => review.WrittenAt).Select(review => review.WrittenAt).Take(50).ToListAsync(cancel));

        reviews.MapPost("/", async (NewReview review, ReviewDesk desk, CancellationToken cancel) =>
            await desk.AddAsync(review, cancel) ? Results.NoContent() : Results.Conflict());

        reviews.MapPost("/product/{product:int}/hide", async (int product, ReviewModeration moderation, CancellationToken cancel) =>
            await moderation.HideOfProductAsync(product, cancel));

        reviews.MapPost("/hide-before/{day:datetime}", async (DateTime day, ReviewModeration moderation, CancellationToken cancel) =>
            await moderation.HideBeforeAsync(day, cancel));
    }
}
