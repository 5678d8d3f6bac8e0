using Storefront.Limits;

namespace Storefront.Refunds;

/// <summary>Money back.</summary>
public static class RefundEndpoints
{
    public static IServiceCollection AddRefunds(this IServiceCollection services) => services.AddScoped<RefundService>();

    public static void MapRefunds(this IEndpointRouteBuilder app)
    {
        var refunds = app.MapGroup("/api/refunds").RequireRateLimiting(RateLimits.PerCaller);

        refunds.MapPost("/{order:int}", async (int order, decimal amount, RefundService service, CancellationToken cancel) =>
            await service.RefundAsync(order, amount, cancel));

        refunds.MapPost("/{order:int}/cancelled", async (int order, decimal amount, RefundService service, CancellationToken cancel) =>
            await service.RefundCancelledAsync(order, amount, cancel));
    }
}
