using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Routing;

/// <summary>Limits that no endpoint has to ask for: a global limiter, a package's or an own middleware, a convention of all controllers.</summary>
internal sealed class GlobalLimits
{
    /// <summary>Middleware that needs more functions than this to decide is not looked into further.</summary>
    private const int FunctionLimit = 100;

    private readonly CodeModel _code;
    private readonly Provenance _provenance;
    private readonly Func<Call, bool> _isMadePerRequest;

    public GlobalLimits(CodeModel code, CallIndex index, CallGraph graph, Provenance provenance, IReadOnlyList<EntryPoint> entryPoints, Func<Call, bool> isMadePerRequest)
    {
        _code = code;
        _provenance = provenance;
        _isMadePerRequest = isMadePerRequest;
        IsGateway = index.Mentioning(n => n.StartsWith("Use", StringComparison.Ordinal)).SelectMany(f => code.BodyOf(f).Calls).Any(UsesGateway);
        IsOwn = entryPoints.Where(e => e.Kind is EntryPointKind.Middleware or EntryPointKind.Filter).Any(e => Acquires(e.Function, graph));
        OnAll = index.Mentioning("set_GlobalLimiter").SelectMany(f => code.BodyOf(f).Calls).Any(IsGlobalLimiter) || IsGateway || IsOwn;
        OnControllers = Conventions(".IApplicationModelConvention", ".IControllerModelConvention", ".IActionModelConvention");
        OnPages = Conventions(".IPageApplicationModelConvention", ".IPageRouteModelConvention", ".IPageHandlerModelConvention");
    }

    /// <summary>Whether anything limits all endpoints.</summary>
    public bool OnAll { get; }

    /// <summary>Whether a package's middleware does.</summary>
    public bool IsGateway { get; }

    /// <summary>Whether middleware or a filter of the app's own does.</summary>
    public bool IsOwn { get; }

    public bool OnControllers { get; }

    public bool OnPages { get; }

    private static bool IsGlobalLimiter(Call call) =>
        call.Method.Is(RoutingSymbols.RateLimiterOptions, "set_GlobalLimiter") && !call.Arguments.SelectMany(ValueWalk.Origins).All(o => o is ConstantValue);

    /// <summary><c>UseRateLimiter</c> only enforces what endpoints and the global limiter declare.</summary>
    private bool UsesGateway(Call call) =>
        call.Method is { HasThis: false, Parameters: [{ FullName: RoutingSymbols.ApplicationBuilder }, ..] } method && _code.FunctionOf(method) is null
        && (method.Name != "UseRateLimiter" && RateLimitAttributes.SpeaksOfLimits(method.Name) || method.Name == "UseMiddleware" && method.TypeArguments.Any(RateLimitAttributes.IsLimit));

    /// <summary>Middleware or a filter of the app's that asks a limiter for a permit itself.</summary>
    private bool Acquires(SourceFunction function, CallGraph graph) =>
        Reachability.From([function], f => graph.From(f).Select(e => (e.Target, e.Position)), FunctionLimit).Functions.Take(FunctionLimit)
            .SelectMany(f => _code.BodyOf(f).Calls)
            .Any(c => c.Method.DeclaringType.Namespace == RoutingSymbols.RateLimitersNamespace && c.Method.Name is "AttemptAcquire" or "AcquireAsync" && !IsNew(c));

    /// <summary>A limiter that each request makes for itself has never counted anything before.</summary>
    private bool IsNew(Call asked) => asked.Receiver is { } limiter && _provenance.Of(limiter) is [NewValue { Call: var made }] && _isMadePerRequest(made);

    private bool Conventions(params string[] interfaces) =>
        _code.Program.Types.Where(t => interfaces.Any(i => _code.Program.Derives(t.Reference, RoutingSymbols.ApplicationModelsNamespace + i)))
            .SelectMany(t => t.Methods).Select(_code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Distinct()
            .SelectMany(f => _code.BodyOf(f).Calls)
            .Any(c => c.IsConstruction && RateLimitAttributes.IsLimit(c.Method.DeclaringType));
}
