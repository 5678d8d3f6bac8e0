using Microsoft.AspNetCore.Builder;

namespace AspNetCoreRateLimit;

public class IpRateLimitOptions
{
    public bool EnableEndpointRateLimiting { get; set; }
}

public interface IRateLimitConfiguration;

public class RateLimitConfiguration : IRateLimitConfiguration;

public static class MiddlewareExtensions
{
    public static IApplicationBuilder UseIpRateLimiting(this IApplicationBuilder builder) => builder;
    public static IApplicationBuilder UseClientRateLimiting(this IApplicationBuilder builder) => builder;
}

public static class StartupExtensions
{
    public static IServiceCollection AddInMemoryRateLimiting(this IServiceCollection services) => services;
}
