using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Routing;

/// <summary>
/// The endpoints that the composed app really serves, told where the code maps or writes them. What only libraries answer
/// (health, API descriptions, static files) stands nowhere in the app's code and is left out.
/// </summary>
internal sealed class HostEndpoints
{
    private const string ActionMetadata = "Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor";

    /// <summary>The assemblies whose endpoints stand behind a library's mapping call.</summary>
    private static readonly Dictionary<string, string> Libraries = new(StringComparer.Ordinal)
    {
        ["MapIdentityApi"] = "Microsoft.AspNetCore.Identity",
        ["MapForwarder"] = "Yarp.ReverseProxy",
        ["MapReverseProxy"] = "Yarp.ReverseProxy",
        ["MapGraphQL"] = "HotChocolate.AspNetCore",
    };

    private readonly CodeModel _code;
    private readonly ComposedHost _host;
    private readonly HostLimits _limits;
    private readonly ILookup<Code.Metadata.TypeDefinition, EntryPoint> _byType;
    private readonly ILookup<SourceFunction, Endpoint> _byHandler;
    private readonly IReadOnlyList<Endpoint> _byCode;

    public HostEndpoints(CodeModel code, ComposedHost host, HostLimits limits, IReadOnlyList<EntryPoint> entryPoints, IReadOnlyList<Endpoint> byCode)
    {
        _code = code;
        _host = host;
        _limits = limits;
        _byCode = byCode;
        _byType = entryPoints.Where(e => e is { IsEndpoint: true, Type: not null }).ToLookup(e => e.Type!);
        _byHandler = byCode.SelectMany(e => e.Handlers.Select(h => (Handler: h, Endpoint: e))).ToLookup(p => p.Handler, p => p.Endpoint);
    }

    /// <summary>What is served; what code shows of apps that were not composed comes with it.</summary>
    public IReadOnlyList<Endpoint> Read()
    {
        var served = _host.Endpoints.Select(Of).OfType<Endpoint>().ToList();
        var covered = ComposedAssemblies.Of(_code.Program, _host.App);
        return served.Count == 0
            ? _byCode
            : [.. served, .. _byCode.Where(e => IsLibrarys(e) && covered.Contains(AssemblyOf(e))).Select(OfLibrary).OfType<Endpoint>(), .. _byCode.Where(e => !covered.Contains(AssemblyOf(e)))];
    }

    private static string AssemblyOf(Endpoint endpoint) => endpoint.Function.Method.DeclaringType.Assembly;

    private Endpoint? Of(ComposedEndpoint endpoint)
    {
        var type = endpoint.Type is null ? null : HostSymbols.DefinitionOf(_code, endpoint.Type);
        if (type is not null && _byType[type].ToList() is [var first, ..] entries)
            return first.Kind switch
            {
                EntryPointKind.RazorPage => Made(endpoint, null, $"{RouteOf(endpoint)} ({type.Reference.DisplayName})", first.Kind, first.Function, entries, subject: type.Reference.DisplayName),
                // The request that opens a connection to a hub is no endpoint of its own.
                EntryPointKind.Hub when RouteOf(endpoint).EndsWith("/negotiate", StringComparison.Ordinal) => null,
                _ => Service(endpoint, type, entries),
            };
        if (type is not null || endpoint.Handler is null || HostSymbols.FunctionOf(_code, endpoint.Handler) is not { } handler)
            return null;
        var isAction = endpoint.Metadata.Any(m => m.FullName == ActionMetadata);
        var mapping = isAction ? _byHandler[handler].FirstOrDefault(e => e.Kind == EntryPointKind.ControllerAction) : MappingOf(endpoint, handler);
        var title = $"{VerbsOf(endpoint)} {RouteOf(endpoint)}";
        return new(
            isAction ? EntryPointKind.ControllerAction : EntryPointKind.MinimalApi,
            isAction ? $"{title} ({handler.Owner.DisplayName[(handler.Owner.DisplayName.LastIndexOf('.', handler.Owner.DisplayName.LastIndexOf('.') - 1) + 1)..]})" : title,
            mapping?.Function ?? handler, mapping?.Position, mapping is { Handlers.Count: > 0 } ? mapping.Handlers : [handler], _limits.Of(endpoint, mapping), IsOperational(endpoint, mapping, handler, isAction))
        {
            Subject = mapping?.Name ?? title,
            Composed = endpoint,
        };
    }

    /// <summary>A hub or a gRPC service is mapped by one call, wherever its methods stand.</summary>
    private Endpoint Service(ComposedEndpoint endpoint, Code.Metadata.TypeDefinition type, List<EntryPoint> entries)
    {
        var mapping = _byCode.FirstOrDefault(e => e.Kind is EntryPointKind.Hub or EntryPointKind.Grpc && e.Name == type.Reference.DisplayName);
        var method = endpoint.Handler is null ? null : HostSymbols.FunctionOf(_code, endpoint.Handler);
        var called = entries.Where(e => e.Function == method).ToList();
        return Made(endpoint, mapping, type.Reference.DisplayName, entries[0].Kind, mapping?.Function ?? entries[0].Function, called.Count > 0 ? called : entries, subject: type.Reference.DisplayName);
    }

    private Endpoint Made(ComposedEndpoint endpoint, Endpoint? mapping, string name, EntryPointKind kind, SourceFunction function, List<EntryPoint> entries, string subject) =>
        new(kind, name, function, mapping?.Position, [.. entries.Select(e => e.Function)], _limits.Of(endpoint, mapping), OperationalRoutes.Is(RouteOf(endpoint)))
        {
            Subject = subject,
            Composed = endpoint,
        };

    /// <summary>One handler may be mapped by several calls: the route tells which, or else the verb.</summary>
    private Endpoint? MappingOf(ComposedEndpoint endpoint, SourceFunction handler)
    {
        var name = $"{VerbsOf(endpoint)} {RouteOf(endpoint)}";
        var candidates = _byHandler[handler].Where(e => e.Kind == EntryPointKind.MinimalApi).ToList();
        return candidates.FirstOrDefault(e => Same(e.Name, name))
            ?? candidates.FirstOrDefault(e => Same(e.Name[(e.Name.IndexOf(' ') + 1)..], RouteOf(endpoint)))
            ?? candidates.FirstOrDefault(e => e.Name.StartsWith(VerbsOf(endpoint) + " ", StringComparison.Ordinal))
            ?? candidates.FirstOrDefault()
            ?? _byCode.FirstOrDefault(e => e.Kind == EntryPointKind.MinimalApi && Same(e.Name, name));
    }

    private static bool Same(string one, string other) => one.TrimEnd('/').Equals(other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private bool IsOperational(ComposedEndpoint endpoint, Endpoint? mapping, SourceFunction handler, bool isAction) =>
        OperationalRoutes.Is(RouteOf(endpoint)) || mapping is { IsOperational: true } || !isAction && OperationalRoutes.IsRedirect(_code.BodyOf(handler));

    private static bool IsLibrarys(Endpoint endpoint) => endpoint is { Kind: EntryPointKind.MinimalApi, Handlers.Count: 0 } && Libraries.ContainsKey(endpoint.Name.Split(' ')[0]);

    /// <summary>All that a library mapped is one endpoint: as little limited as the least of it. Null where the app does not map it after all.</summary>
    private Endpoint? OfLibrary(Endpoint mapping)
    {
        var library = Libraries[mapping.Name.Split(' ')[0]];
        var own = _host.Endpoints.Where(e => e.Handler?.Type.Assembly == library).ToList();
        return own.Count == 0 ? mapping : mapping with { Limit = own.Min(e => _limits.Of(e, null)) };
    }

    private static string VerbsOf(ComposedEndpoint endpoint) => endpoint.Verbs.Count == 0 ? "ANY" : string.Join('|', endpoint.Verbs);

    private static string RouteOf(ComposedEndpoint endpoint) => "/" + (endpoint.Route ?? "").TrimStart('~').TrimStart('/');
}
