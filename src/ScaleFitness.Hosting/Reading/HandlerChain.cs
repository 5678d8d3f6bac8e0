using System.Reflection;

namespace ScaleFitness.Hosting.Reading;

/// <summary>The handlers that a request passes through.</summary>
internal static class HandlerChain
{
    private const int Most = 50;

    /// <summary>From the outside in; the last sends.</summary>
    public static IReadOnlyList<HttpMessageHandler> Of(HttpMessageHandler outermost)
    {
        var chain = new List<HttpMessageHandler> { outermost };
        while (chain[^1] is DelegatingHandler { InnerHandler: { } inner } && chain.Count < Most)
            chain.Add(inner);
        return chain;
    }

    /// <summary>The handler over sockets that another wraps, or itself; null where there is none.</summary>
    public static SocketsHttpHandler? Sockets(HttpMessageHandler handler) => handler switch
    {
        SocketsHttpHandler sockets => sockets,
        HttpClientHandler wrapper => typeof(HttpClientHandler).GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(f => f.GetValue(wrapper)).OfType<SocketsHttpHandler>().FirstOrDefault(),
        _ => null,
    };
}
