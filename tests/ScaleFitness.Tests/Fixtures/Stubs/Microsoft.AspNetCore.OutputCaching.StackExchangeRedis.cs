namespace Microsoft.AspNetCore.OutputCaching.StackExchangeRedis
{
    public class RedisOutputCacheOptions
    {
        public string? Configuration { get; set; }

        public string? InstanceName { get; set; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.AspNetCore.OutputCaching.StackExchangeRedis;

    public static class StackExchangeRedisOutputCacheServiceCollectionExtensions
    {
        public static IServiceCollection AddStackExchangeRedisOutputCache(this IServiceCollection services, Action<RedisOutputCacheOptions> setupAction) => services;
    }
}
