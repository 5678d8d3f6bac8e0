using Storefront.Limits;

namespace Storefront.Exports;

/// <summary>Files for partners and customers.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/api/exports").RequireRateLimiting(RateLimits.PerCaller);

        exports.MapPost("/terms", async (IFormFile terms, IWebHostEnvironment host, CancellationToken cancel) =>
            await TermsFile.SaveAsync(terms, host, cancel));

        exports.MapPost("/scan", async (IFormFile scan, CancellationToken cancel) => await ScanCheck.IsCleanAsync(scan, cancel));

        exports.MapGet("/feed/{partner}", (int partner, IConfiguration configuration) => PartnerFeed.Read(partner, configuration));

        exports.MapGet("/feed/{partner}/head", async (int partner, IConfiguration configuration, CancellationToken cancel) =>
            await PartnerFeed.HeadAsync(partner, configuration, cancel));
    }
}
