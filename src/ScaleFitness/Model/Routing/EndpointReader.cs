using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Routing;

/// <summary>Finds the app's endpoints and what limits each.</summary>
internal sealed class EndpointReader
{
    /// <summary>Calls by which a library maps endpoints of its own: signing in, forwarding, GraphQL.</summary>
    private static readonly HashSet<string> LibraryMappings = new(StringComparer.Ordinal) { "MapIdentityApi", "MapForwarder", "MapReverseProxy", "MapGraphQL" };

    private readonly CodeModel _code;
    private readonly IReadOnlyList<EntryPoint> _entryPoints;
    private readonly RouteBuilders _builders;
    private readonly GlobalLimits _global;

    public EndpointReader(CodeModel code, CallIndex index, CallGraph graph, Provenance provenance, IReadOnlyList<EntryPoint> entryPoints, Func<Call, bool> isMadePerRequest)
    {
        _code = code;
        _entryPoints = entryPoints;
        _builders = new(code, index, provenance);
        _global = new(code, index, graph, provenance, entryPoints, isMadePerRequest);
    }

    /// <summary>The endpoints as code shows them, or as the composed host says they are.</summary>
    public IReadOnlyList<Endpoint> Read(ComposedHost? host)
    {
        IReadOnlyList<Endpoint> byCode = [.. Mapped().Concat(Actions()).Concat(Pages())];
        return host is { IsComplete: true } ? new HostEndpoints(_code, host, new(_code, host, _global, _builders.MayLimitOtherwise), _entryPoints, byCode).Read() : byCode;
    }

    private IEnumerable<Endpoint> Mapped()
    {
        foreach (var call in _builders.Mappings)
        {
            if (MappedEntryPoints.IsEndpointMapping(call.Method))
                yield return Handler(call);
            else if (call.Method is { Name: "MapHub" or "MapGrpcService", TypeArguments: [var type, ..] })
                yield return Service(call, type);
            else if (LibraryMappings.Contains(call.Method.Name))
                yield return new(EntryPointKind.MinimalApi, _builders.PrefixOf(call) is { Length: > 0 } prefix ? $"{call.Method.Name} {prefix}" : call.Method.Name, call.Function, call.Position, [], Globally(_builders.LimitOf(call)), false);
        }
    }

    private Endpoint Handler(Call call)
    {
        var handlers = call.Arguments.SelectMany(Dispatch.FunctionsOf).Distinct().ToList();
        var route = _builders.PrefixOf(call) + MappedEntryPoints.RouteOf(call);
        var limit = With(RateLimitAttributes.Of(handlers.SelectMany(h => h.Method.Attributes)), _builders.LimitOf(call));
        return new(EntryPointKind.MinimalApi, $"{MappedEntryPoints.VerbOf(call)} {route}", call.Function, call.Position, handlers, Globally(limit), OperationalRoutes.Is(route) || handlers is [var only] && OperationalRoutes.IsRedirect(_code.BodyOf(only)));
    }

    private Endpoint Service(Call call, TypeRef type)
    {
        var definition = _code.Program.Find(type);
        var handlers = _entryPoints.Where(e => e.Type == definition && e.IsEndpoint).Select(e => e.Function).ToList();
        var limit = With(definition is null ? Limit.None : RateLimitAttributes.Of(definition, _code.Program), _builders.LimitOf(call));
        return new(call.Method.Name == "MapHub" ? EntryPointKind.Hub : EntryPointKind.Grpc, type.DisplayName, call.Function, call.Position, handlers, Globally(limit), false);
    }

    private IEnumerable<Endpoint> Actions()
    {
        var convention = OfMapping(_global.OnControllers, "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute");
        foreach (var action in _entryPoints.Where(e => e.Kind == EntryPointKind.ControllerAction))
        {
            var limit = With(RateLimitAttributes.Of(RateLimitAttributes.Attributes(action.Type!, _code.Program).Concat(action.Function.Method.Attributes)), convention);
            var isOperational = OperationalRoutes.Is(action.Type!) || OperationalRoutes.Is(action.Function.Method, _code.Program);
            yield return new(EntryPointKind.ControllerAction, action.Description, action.Function, null, [action.Function], Globally(limit), isOperational);
        }
    }

    /// <summary>A page is one endpoint, whatever its handlers; attributes on those are not looked at by the framework.</summary>
    private IEnumerable<Endpoint> Pages()
    {
        var convention = OfMapping(_global.OnPages, "MapRazorPages");
        foreach (var page in _entryPoints.Where(e => e.Kind == EntryPointKind.RazorPage).GroupBy(e => e.Type!))
        {
            var limit = With(RateLimitAttributes.Of(page.Key, _code.Program), convention);
            yield return new(EntryPointKind.RazorPage, page.Key.Reference.DisplayName, page.First().Function, null, [.. page.Select(e => e.Function)], Globally(limit), false);
        }
    }

    /// <summary>Where several calls map all controllers, which one an action comes by cannot be told: the kindest counts.</summary>
    private Limit OfMapping(bool byConvention, params string[] names) =>
        byConvention ? Limit.Limited : _builders.Mappings.Where(c => names.Contains(c.Method.Name)).Select(_builders.LimitOf).Append(Limit.None).Max();

    private Limit Globally(Limit limit) => _global.OnAll && limit != Limit.Disabled ? Limit.Limited : limit;

    private static Limit With(Limit a, Limit b) => a > b ? a : b;
}
