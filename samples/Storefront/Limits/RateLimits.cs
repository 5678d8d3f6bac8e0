using System.Threading.RateLimiting;

namespace Storefront.Limits;

/// <summary>How much one caller may ask for. An endpoint has a limit where it, its group or its controller asks for one.</summary>
public static class RateLimits
{
    public const string PerCaller = "per caller";

    public static IServiceCollection AddLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(PerCaller, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 100, Window = TimeSpan.FromMinutes(1) }));
        });
}
