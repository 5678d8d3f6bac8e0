using StackExchange.Redis;

namespace Storefront.Redis;

/// <summary>The Redis that all instances share. No connection is opened before the first command.</summary>
public static class RedisServices
{
    public static IServiceCollection AddSharedRedis(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(configuration.GetConnectionString("Redis")!));
        services.AddSingleton(provider => provider.GetRequiredService<IConnectionMultiplexer>().GetDatabase());
        return services;
    }
}
