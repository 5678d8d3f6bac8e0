using Storefront.Limits;

namespace Storefront.Bundles;

/// <summary>What bundles weigh and cost.</summary>
public static class BundleEndpoints
{
    public static void MapBundles(this IEndpointRouteBuilder app)
    {
        var bundles = app.MapGroup("/api/bundles").RequireRateLimiting(RateLimits.PerCaller);

        bundles.MapGet("/{sku}/weight", async (string sku, BundleWeight weights, CancellationToken cancel) =>
            await weights.OfAsync(sku, cancel));

        bundles.MapGet("/{sku}/price", async (string sku, BundlePrice prices, CancellationToken cancel) =>
            await prices.OfAsync(sku, cancel));

        // As many calls at once as the caller has skus.
        bundles.MapPost("/compare", async (string[] skus, BundleClient client, CancellationToken cancel) =>
            await Task.WhenAll(skus.Select(sku => client.ReadAsync(sku, cancel))));

        bundles.MapPost("/compare/few", async (string[] skus, BundleClient client, CancellationToken cancel) =>
            await Task.WhenAll(skus.Take(5).Select(sku => client.ReadAsync(sku, cancel))));
    }
}
