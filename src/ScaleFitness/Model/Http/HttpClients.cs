using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Http;

/// <summary>The app's outbound HTTP: clients that code makes, clients of the factory, and what each is used for.</summary>
public sealed class HttpClients
{
    private readonly CodeModel _code;
    private readonly Reach _reach;
    private readonly ClientMakings _makings;
    private readonly Sends _sends;
    private readonly PollyPipelines _pipelines;
    private readonly ClientAttribution _attribution;
    private readonly Lazy<IReadOnlyList<OutboundClient>> _used;

    private HttpClients(CodeModel code, Reach reach, ClientMakings makings, Sends sends, PollyPipelines pipelines, ClientAttribution attribution)
    {
        _code = code;
        _reach = reach;
        _makings = makings;
        _sends = sends;
        _pipelines = pipelines;
        _attribution = attribution;
        _used = new(FindUsed);
    }

    /// <summary>Clients that code makes itself.</summary>
    public IReadOnlyCollection<ClientMaking> Makings => _makings.All;

    /// <summary>The client that a call makes, or null.</summary>
    public ClientMaking? At(Call call) => _makings.At(call);

    /// <summary>Clients that the app at work sends with, in no order.</summary>
    public IReadOnlyList<OutboundClient> Used => _used.Value;

    /// <summary>Whether several clients send by the same call, so that the way to it says nothing of one of them.</summary>
    public bool IsShared(Call send) => Used.Count(c => c.Uses.Any(u => u.Call == send)) > 1;

    internal static HttpClients Read(CodeModel code, TypeHierarchy types, CallIndex index, CallSites sites, CallGraph graph, Provenance provenance, ServiceGraph services, Reach reach, IReadOnlyList<EntryPoint> entryPoints, ComposedHttp? host)
    {
        var chains = new HandlerChains(code, provenance);
        var pipelines = new PollyPipelines(code, sites, provenance, entryPoints.Select(e => e.Function));
        var handlers = new HandlerDecorations(code, graph, chains, pipelines);
        var makings = new ClientMakings(code, index, types, chains);
        var registrations = new ClientRegistrations(code, index, sites, provenance, new(code, pipelines, handlers));
        var sends = new Sends(code.Program, registrations);
        return new(code, reach, makings, sends, pipelines, new(code, provenance, services, makings, registrations, sends, chains, handlers, host is null ? null : new(code, host, handlers)));
    }

    private IReadOnlyList<OutboundClient> FindUsed()
    {
        var created = new List<(Call Call, OutboundClient Client)>();
        foreach (var function in _reach.AtWorkWhere(f => CalledMethods.Any(f, _code.Program, MayMatter)))
            foreach (var call in _code.BodyOf(function).Calls)
            {
                if (_sends.ClientOf(call) is { } client)
                    foreach (var used in _attribution.ClientsOf(client))
                        used.Add(Use(call));
                else if (ClientAttribution.IsCreation(call))
                    created.AddRange(_attribution.Created(call).Select(c => (call, c)));
                else if (call.Method.Name == "set_Timeout" && call.Receiver is { } receiver)
                    Time(call, receiver);
            }

        // Taken from the factory and handed to a library: it sends where we do not see it.
        foreach (var (call, client) in created)
            if (client.Uses.Count == 0)
                client.Add(Use(call));
        return [.. _attribution.All.Where(c => c.Uses.Count > 0)];
    }

    private void Time(Call call, Value receiver)
    {
        foreach (var client in _attribution.ClientsOf(receiver))
            if (TimeOuts.IsSet(call))
                client.Arm(Decoration.TimeOut);
            else if (TimeOuts.IsNever(call))
                client.IsUnlimited = true;
    }

    /// <summary>By the method alone: whether a call of it may send, take a client from the factory, or set a time-out.</summary>
    private bool MayMatter(MethodRef method) => method.Name == "set_Timeout" || ClientAttribution.IsCreation(method) || _sends.MaySend(method);

    private ClientUse Use(Call call)
    {
        var around = _pipelines.Around(call.Function);
        return new(call, _reach.IsOnRequest(call.Function), GivesUp(call) ? around | Decoration.TimeOut : around, _pipelines.BuiltAround(call.Function));
    }

    /// <summary>Whether the call is given the token of a source that the function makes with a delay.</summary>
    private bool GivesUp(Call call)
    {
        var sources = call.Arguments.SelectMany(ValueWalk.Origins).OfType<CallValue>().Where(v => v.Call.Method.Name == "get_Token").Select(v => v.Call.Receiver).OfType<Value>().SelectMany(ValueWalk.Origins).ToList();
        return sources.Count > 0 && (sources.OfType<NewValue>().Any(n => n.Call.Arguments.Count > 0) || _code.BodyOf(call.Function).Calls.Any(c => c.Method.Name == "CancelAfter"));
    }
}
