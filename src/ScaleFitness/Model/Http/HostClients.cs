using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Http;

/// <summary>How the composed app's clients are armed: by the handlers that their requests really pass through.</summary>
internal sealed class HostClients(CodeModel code, ComposedHttp host, HandlerDecorations handlers)
{
    /// <summary>What <c>HttpClient.Timeout</c> is where nobody sets it.</summary>
    private const double DefaultSeconds = 100;

    /// <summary>Whether somebody configures the name.</summary>
    public bool IsConfigured(string name) => host.Clients.Any(c => c.Name == name);

    /// <summary>The client of a name, or what such a name gets.</summary>
    public ComposedHttpClient? Named(string name) => host.Clients.FirstOrDefault(c => c.Name == name) ?? host.Others;

    /// <summary>The client of a registration; null where the host does not know it by its name or type.</summary>
    public ComposedHttpClient? For(IReadOnlyList<string>? names, IReadOnlyList<TypeRef> types) =>
        host.Clients.FirstOrDefault(c => c.Type is { } type && types.Any(t => t.FullName == type.FullName))
        ?? (names is [var name] && types.Count == 0 ? Named(name) : null);

    /// <summary>What its handlers and its time-out do together.</summary>
    public Decoration Of(ComposedHttpClient client) =>
        client.Handlers.Select(Of).Append(client.TimeoutSeconds is { } seconds && Math.Abs(seconds - DefaultSeconds) > 0.5 ? Decoration.TimeOut : Decoration.None).Together();

    private Decoration Of(ComposedHandler handler)
    {
        var found = handler.Strategies.Select(Of).Together();
        // What the app's handlers do by themselves only their code says, and a library's with nothing of Polly's in it at most its name.
        return HostSymbols.DefinitionOf(code, handler.Type) is not null || handler.Strategies.Count == 0 ? found | handlers.Of(HostSymbols.TypeOf(code, handler.Type)) : found;
    }

    private static Decoration Of(ResilienceStrategy strategy) => strategy switch
    {
        ResilienceStrategy.Timeout => Decoration.TimeOut,
        ResilienceStrategy.CircuitBreaker => Decoration.Breaker,
        _ => Decoration.Retry,
    };
}
