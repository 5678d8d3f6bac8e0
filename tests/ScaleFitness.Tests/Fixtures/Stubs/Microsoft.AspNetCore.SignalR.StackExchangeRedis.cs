using Microsoft.AspNetCore.SignalR;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis
{
    public class RedisHubLifetimeManager<THub>(ILogger<DefaultHubLifetimeManager<THub>> logger) : DefaultHubLifetimeManager<THub>(logger) where THub : Hub;
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.AspNetCore.SignalR.StackExchangeRedis;

    public static class StackExchangeRedisDependencyInjectionExtensions
    {
        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder)
        {
            signalrBuilder.Services.AddSingleton(typeof(HubLifetimeManager<>), typeof(RedisHubLifetimeManager<>));
            return signalrBuilder;
        }

        public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder, string redisConnectionString) => signalrBuilder.AddStackExchangeRedis();
    }
}
