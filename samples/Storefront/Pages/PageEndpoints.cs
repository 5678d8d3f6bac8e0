using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Memory;
using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Pages;

/// <summary>Product pages from a cache that is to be the same everywhere, and a banner from one that need not be.</summary>
public static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/pages").RequireRateLimiting(RateLimits.PerCaller);

        pages.MapGet("/{sku}", async (string sku, IProductRepository products, CancellationToken cancel) =>
            await products.FindAsync(sku, cancel) is { } product ? Results.Text($"<h1>{product.Name}</h1>", "text/html") : Results.NotFound())
            .CacheOutput(policy => policy.Tag("products"));

        pages.MapPost("/changed", async (IOutputCacheStore store, CancellationToken cancel) =>
            await store.EvictByTagAsync("products", cancel));

        pages.MapGet("/banner", async (IMemoryCache memory, IProductRepository products, CancellationToken cancel) =>
            await memory.GetOrCreateAsync("banner", async entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5);
                entry.Size = 1;
                return $"{await products.CountAvailableAsync(cancel)} products in stock";
            }));
    }
}
