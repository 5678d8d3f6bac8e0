namespace Microsoft.Extensions.DependencyInjection;

public static class NewtonsoftJsonProtocolDependencyInjectionExtensions
{
    public static TBuilder AddNewtonsoftJsonProtocol<TBuilder>(this TBuilder builder) where TBuilder : Microsoft.AspNetCore.SignalR.ISignalRBuilder => builder;
}
