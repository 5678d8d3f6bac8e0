using Microsoft.AspNetCore.SignalR;

namespace Microsoft.Extensions.DependencyInjection
{
    public static class AzureSignalRDependencyInjectionExtensions
    {
        public static ISignalRServerBuilder AddAzureSignalR(this ISignalRServerBuilder builder) => builder;

        public static ISignalRServerBuilder AddAzureSignalR(this ISignalRServerBuilder builder, string connectionString) => builder;
    }
}
