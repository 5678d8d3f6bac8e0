using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Http;

/// <summary>Which clients a value can be: those that code makes, those of the factory, and those that the container hands out.</summary>
internal sealed class ClientAttribution(
    CodeModel code, Provenance provenance, ServiceGraph services, ClientMakings makings, ClientRegistrations registrations, Sends sends, HandlerChains chains, HandlerDecorations handlers, HostClients? host)
{
    private readonly Dictionary<object, OutboundClient> _clients = [];

    public IEnumerable<OutboundClient> All => _clients.Values;

    public IEnumerable<OutboundClient> ClientsOf(Value value) => ClientsOf(value, 0).Distinct();

    /// <summary>The factory's client that a call of <c>CreateClient</c> returns; none where its name cannot be told.</summary>
    public IEnumerable<OutboundClient> Created(Call call)
    {
        IReadOnlyList<string> names = call.Method.DeclaringType.FullName == HttpSymbols.HttpClientFactoryExtensions ? [""] : provenance.Constants<string>(call.Arguments[0]) ?? [];
        return names.SelectMany(n => Named(n, call));
    }

    public static bool IsCreation(Call call) => IsCreation(call.Method);

    public static bool IsCreation(MethodRef method) =>
        method.Is(HttpSymbols.HttpClientFactory, "CreateClient") || method.Is(HttpSymbols.HttpClientFactoryExtensions, "CreateClient");

    private IEnumerable<OutboundClient> ClientsOf(Value value, int depth)
    {
        foreach (var origin in provenance.Of(value, sends.Wrapped))
            foreach (var client in Ends(origin, depth))
                yield return client;
    }

    private IEnumerable<OutboundClient> Ends(Value origin, int depth) => origin switch
    {
        NewValue { Call: var call } when makings.At(call) is { } making => [Made(making)],
        CallValue { Call: var call } when makings.At(call) is { } making => [Made(making)],
        CallValue { Call: var call } when IsCreation(call) => Created(call),
        CallValue { Call: { Method: { Name: "GetRequiredService" or "GetService", TypeArguments: [var type] } } call } => Injected(type, call, depth),
        ArgumentValue { IsThis: false, Type: { FullName: HttpSymbols.HttpClient } type, Function: var function } => function.Method.IsConstructor && Typed(function.Method.DeclaringType) is { Count: > 0 } typed ? typed : Injected(type, null, depth),
        ArgumentValue { IsThis: false, Type: { } type } => Injected(type, null, depth),
        _ => [],
    };

    private IReadOnlyList<OutboundClient> Typed(TypeDefinition type) => [.. registrations.For(type.Reference).Select(Registered)];

    /// <summary>What the container hands out for a type.</summary>
    private IEnumerable<OutboundClient> Injected(TypeRef type, Call? asked, int depth)
    {
        foreach (var registration in registrations.For(type))
            yield return Registered(registration);
        if (depth > 2)
            yield break;
        foreach (var factory in services.For(type).Select(r => r.Factory).OfType<SourceFunction>())
            foreach (var made in code.BodyOf(factory).Returns)
                foreach (var client in ClientsOf(made, depth + 1))
                    yield return client;
        if (type.FullName == HttpSymbols.HttpClient && asked is not null && services.For(type).Count == 0)
            foreach (var client in Named("", asked))
                yield return client;
    }

    private IEnumerable<OutboundClient> Named(string name, Call call)
    {
        var registered = registrations.Named(name).ToList();
        if (registered.Count > 0)
            return [Registered(registered[0])];
        if (host is null && registrations.HasUnknownNames && name.Length > 0)
            return [];
        var known = host?.Named(name);
        var client = Client(name, () => new(name.Length == 0 ? "default" : name, Words(name), known is null ? registrations.Defaults : host!.Of(known), call) { IsKnown = known is not null, IsUnlimited = known is { TimeoutSeconds: null } });
        client.AddOrigin(call);
        return [client];
    }

    private string Words(string name) =>
        name.Length == 0 ? "the factory's default client" : host?.IsConfigured(name) == true ? $"the client \"{name}\"" : $"the client \"{name}\", which nobody registers,";

    /// <summary>Registrations of one name add up to one client.</summary>
    private OutboundClient Registered(ClientRegistration registration)
    {
        var same = registrations.All.Where(r => r == registration || r.Names is { } names && registration.Names is { } own && names.Intersect(own).Any()).ToList();
        return Client(same[0], () =>
        {
            var isGrpc = same[0].Call.Method.Name == "AddGrpcClient";
            // The composed app has put together what code and packages say; whoever is a package's own kind of client may be made elsewhere.
            if (host?.For(same[0].Names, same[0].Types) is { } known)
                return new OutboundClient(same[0].Name, $"the client {same[0].Name}", host.Of(known), same[0].Call) { IsKnown = true, IsUnlimited = known.TimeoutSeconds is null && !isGrpc, IsGrpc = isGrpc, MindsDeadlines = same.Any(r => r.MindsDeadlines) };
            var client = new OutboundClient(same[0].Name, $"the client {same[0].Name}", same.Select(r => r.Decoration).Together(), same[0].Call) { IsDoubtful = same.Any(r => r.IsDoubtful), IsUnlimited = same.Any(r => r.IsUnlimited), IsGrpc = isGrpc, MindsDeadlines = same.Any(r => r.MindsDeadlines) };
            if (!same.Any(r => r.ShedsDefaults))
                client.Arm(registrations.Defaults);
            return client;
        });
    }

    private OutboundClient Made(ClientMaking making) => Client(making, () =>
    {
        var client = new OutboundClient(making.Name, $"a hand-made {making.Name}", making.Handler is { } handler ? handlers.Of(handler) : Decoration.None, making.Call) { IsGrpc = making.Call.Method.Is(HttpSymbols.GrpcChannel, "ForAddress") };
        var configured = making.Call.Arguments.SelectMany(ValueWalk.Origins).OfType<NewValue>().Append(making.Call.Result);
        foreach (var value in configured)
            if (chains.Assigned(value, "set_ServiceConfig") is not null)
                client.Arm(Decoration.Whole);
            else
                foreach (var call in code.BodyOf(making.Call.Function).Calls.Where(c => c.Method.Name == "set_Timeout" && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(value)))
                    if (TimeOuts.IsSet(call))
                        client.Arm(Decoration.TimeOut);
                    else if (TimeOuts.IsNever(call))
                        client.IsUnlimited = true;
        return client;
    });

    private OutboundClient Client(object key, Func<OutboundClient> create)
    {
        if (!_clients.TryGetValue(key, out var client))
            _clients[key] = client = create();
        return client;
    }
}
