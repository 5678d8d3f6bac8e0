using Storefront.Limits;

namespace Storefront.Imports;

/// <summary>Lists that suppliers and partners send.</summary>
public static class ImportEndpoints
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddScoped<ProductImport>().AddScoped<SubscriberImport>();

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/api/imports").RequireRateLimiting(RateLimits.PerCaller);

        imports.MapPost("/products", async (ImportedProduct[] products, ProductImport import, CancellationToken cancel) =>
            await import.RunAsync(products, cancel));

        imports.MapPost("/subscribers", async (string[] emails, SubscriberImport import, CancellationToken cancel) =>
            await import.RunAsync(emails, cancel));
    }
}
