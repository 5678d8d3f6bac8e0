namespace Microsoft.Extensions.DependencyInjection
{
    using Grpc.Net.ClientFactory;

    public static class GrpcClientServiceExtensions
    {
        public static IHttpClientBuilder AddGrpcClient<TClient>(
            this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient) where TClient : class => null!;
    }
}

namespace Grpc.Net.ClientFactory
{
    public class GrpcClientFactoryOptions
    {
        public Uri? Address { get; set; }
    }
}
