namespace Yarp.ReverseProxy.Configuration
{
    public sealed record SessionAffinityConfig
    {
        public bool? Enabled { get; init; }

        public string? Policy { get; init; }

        public string AffinityKeyName { get; init; } = default!;
    }

    public sealed record ClusterConfig
    {
        public string ClusterId { get; init; } = default!;

        public SessionAffinityConfig? SessionAffinity { get; init; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Yarp.ReverseProxy.Configuration;

    public interface IReverseProxyBuilder
    {
        IServiceCollection Services { get; }
    }

    public static class ReverseProxyServiceCollectionExtensions
    {
        public static IReverseProxyBuilder AddReverseProxy(this IServiceCollection services) => null!;
    }

    public static class InMemoryConfigProviderExtensions
    {
        public static IReverseProxyBuilder LoadFromMemory(this IReverseProxyBuilder builder, IReadOnlyList<ClusterConfig> clusters) => builder;
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class ReverseProxyIEndpointRouteBuilderExtensions
    {
        public static object MapReverseProxy(this Routing.IEndpointRouteBuilder endpoints) => null!;
    }

    public static class DirectForwardingIEndpointRouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapForwarder(this Routing.IEndpointRouteBuilder endpoints, string pattern, string destinationPrefix) => null!;
    }
}
