using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Sharing;

namespace ScaleFitness.Model.Limits;

/// <summary>What ends a request that takes too long: the request time-out middleware, or a token that code cancels by the clock.</summary>
public sealed class TimeLimits
{
    /// <summary>Middleware that needs more functions than this to set a limit is not looked into further.</summary>
    private const int FunctionLimit = 100;

    private readonly CodeModel _code;
    private readonly ComposedHost? _host;
    private readonly Lazy<HashSet<SourceFunction>> _ending;
    private readonly Lazy<HashSet<SourceFunction>> _streaming;
    private readonly bool _isDefault;
    private readonly bool _isOwn;

    internal TimeLimits(CodeModel code, CallIndex index, CallGraph graph, Guards guards, ComposedHost? host, IReadOnlyList<EntryPoint> entryPoints)
    {
        _code = code;
        _host = host is { IsComplete: true, Timeouts: not null, AllMiddleware.Count: > 0 } ? host : null;
        _ending = new(() => [.. index.Mentioning(n => n is "CancelAfter" or "CancellationTokenSource" or "WaitAsync" or "AddTimeout").Where(Ends)]);
        _streaming = new(() =>
        [
            .. index.Mentioning(n => n is "AcceptWebSocketAsync" or "ServerSentEvents" or "PhysicalFile" or "SendFileAsync"),
            .. index.Mentioning(n => n.EndsWith("ContentType", StringComparison.Ordinal) || n is "set_Item" or "Append" or "Add" or "Stream").Where(f => index.Texts(f).Any(t => t.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))),
        ]);
        var setup = new SetupCalls(code, index, guards);
        IsInPipeline = _host is not null
            ? _host.AllMiddleware.Any(m => m.FullName == LimitSymbols.TimeoutMiddleware)
            : setup.Find(n => n == "UseRequestTimeouts", m => m.Is(LimitSymbols.TimeoutPipeline)).Count > 0;
        IsAsked = _host is not null
            ? _host.Timeouts!.DefaultSeconds is not null || _host.Endpoints.Any(e => e.TimeoutPolicy is not null)
            : index.Mentioning("WithRequestTimeout").Any() || setup.Find(n => n == "set_DefaultPolicy", m => m.Is(LimitSymbols.TimeoutOptions)).Count > 0;
        _isDefault = IsInPipeline && (_host is not null ? _host.Timeouts!.DefaultSeconds is not null : setup.Find(n => n == "set_DefaultPolicy", m => m.Is(LimitSymbols.TimeoutOptions)).Count > 0);
        _isOwn = entryPoints.Where(e => e.Kind is EntryPointKind.Middleware or EntryPointKind.Filter)
            .Any(e => Reachability.From([e.Function], f => graph.From(f).Select(t => (t.Target, t.Position)), FunctionLimit).Functions.Take(FunctionLimit).Any(_ending.Value.Contains));
    }

    /// <summary>Whether the composed host says so.</summary>
    public bool IsComposed => _host is not null;

    /// <summary>Whether the pipeline has the middleware that ends requests.</summary>
    public bool IsInPipeline { get; }

    /// <summary>Whether anything asks it to.</summary>
    public bool IsAsked { get; }

    /// <summary>Whether something ends the endpoint's requests; null where that cannot be told.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="functions">What it may run.</param>
    public bool? Has(Endpoint endpoint, IEnumerable<SourceFunction> functions)
    {
        if (_isOwn || functions.Any(_ending.Value.Contains))
            return true;
        if (!IsInPipeline)
            return false;
        if (_host is null || endpoint.Composed is not { } composed)
            return _isDefault ? true : null;
        return !composed.IsTimeoutDisabled && (composed.TimeoutPolicy is not null || _isDefault);
    }

    /// <summary>Whether requests are meant to last: streams, sockets, server-sent events.</summary>
    public bool Lasts(Endpoint endpoint, IEnumerable<SourceFunction> functions) =>
        endpoint.Kind is EntryPointKind.Hub or EntryPointKind.Grpc
        || endpoint.Handlers.Any(h => h.Method.Reference.ReturnType is var type && (type.FullName == "System.Collections.Generic.IAsyncEnumerable`1" || type.Arguments.Any(a => a.FullName == "System.Collections.Generic.IAsyncEnumerable`1")))
        || functions.Any(_streaming.Value.Contains);

    private bool Ends(SourceFunction function) => _code.BodyOf(function).Calls.Any(c => c.Method.Name switch
    {
        "CancelAfter" => true,
        ".ctor" => c.Method.DeclaringType.FullName == "System.Threading.CancellationTokenSource" && c.Arguments.Count > 0,
        "WaitAsync" => c.Method.Parameters.Any(p => p.FullName == "System.TimeSpan") && c.Method.DeclaringType.Namespace == "System.Threading.Tasks",
        "AddTimeout" => true,
        _ => false,
    });
}
