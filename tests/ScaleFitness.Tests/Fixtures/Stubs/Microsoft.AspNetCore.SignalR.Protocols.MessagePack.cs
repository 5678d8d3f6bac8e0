using Microsoft.AspNetCore.SignalR;

namespace Microsoft.Extensions.DependencyInjection
{
    public static class MsgPackProtocolDependencyInjectionExtensions
    {
        public static TBuilder AddMessagePackProtocol<TBuilder>(this TBuilder builder)
            where TBuilder : ISignalRBuilder => builder;
    }
}
