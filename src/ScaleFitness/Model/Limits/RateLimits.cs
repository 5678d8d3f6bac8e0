using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Sharing;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Limits;

/// <summary>The app's rate limiter: its limiters, the endpoints each limits, and where it stands in the pipeline.</summary>
public sealed class RateLimits
{
    /// <summary>A partitioner that needs more functions than this is not looked into further.</summary>
    private const int FunctionLimit = 30;

    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly CallGraph _graph;
    private readonly CallSites _sites;
    private readonly ComposedHost? _host;
    private readonly IReadOnlyList<Endpoint> _endpoints;
    private readonly IReadOnlyList<PolicyRegistration> _registrations;
    private readonly CallerKeys _keys;
    private readonly Lazy<IReadOnlySet<string>> _checkedTexts;

    internal RateLimits(CodeModel code, CallIndex index, CallGraph graph, CallSites sites, Guards guards, Provenance provenance, Texts texts, Func<Call, Frequency> frequency, ComposedHost? host, IReadOnlyList<EntryPoint> entryPoints, IReadOnlyList<Endpoint> endpoints)
    {
        _code = code;
        _index = index;
        _checkedTexts = new(() => CheckedTexts(entryPoints));
        _graph = graph;
        _sites = sites;
        _host = host;
        _endpoints = endpoints;
        var setup = new SetupCalls(code, index, guards);
        var registrations = new PolicyRegistrations(code, setup, provenance);
        _registrations = registrations.Find();
        _keys = new(provenance, texts);
        Pipeline = new(code, index, setup, host);
        Requests = new(code, setup, registrations, host, endpoints);
        Added = setup.Find(n => n == "AddRateLimiter", m => m.Is(LimitSymbols.Services));
        Own = new OwnLimiters(code, index, provenance, frequency).Find();
        InMemory = setup.Find(n => n is "AddInMemoryRateLimiting", m => m.DeclaringType.Namespace == LimitSymbols.PackageNamespace);
        All = [.. host is { IsComplete: true, RateLimits: { } limits } ? Composed(limits) : _registrations.Select(OfCode)];
    }

    /// <summary>Calls of <c>AddRateLimiter</c>.</summary>
    public IReadOnlyList<Call> Added { get; }

    /// <summary>Calls by which a package keeps its counts in the process.</summary>
    public IReadOnlyList<Call> InMemory { get; }

    /// <summary>The limiters, in the order of their names or of the code.</summary>
    public IReadOnlyList<RateLimit> All { get; }

    /// <summary>Limiters that code of the app's asks for a permit, and that do not count what they seem to, or by a key of their own.</summary>
    public IReadOnlyList<OwnLimiter> Own { get; }

    /// <summary>Where the limiter stands among the middleware.</summary>
    public LimiterPipeline Pipeline { get; }

    /// <summary>Who asks for policies by name.</summary>
    public PolicyRequests Requests { get; }

    /// <summary>Whether the names of all policies are known.</summary>
    public bool KnowsNames => _host is { IsComplete: true, RateLimits: not null } || _registrations.All(r => r.IsGlobal || r.Policy is not null);

    /// <summary>Names of the policies.</summary>
    public IReadOnlySet<string> Names => _host is { IsComplete: true, RateLimits: { } limits }
        ? limits.Policies.ToHashSet(StringComparer.Ordinal)
        : _registrations.Select(r => r.Policy).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The limiters that an endpoint's requests pass; empty where that is not known.</summary>
    public IEnumerable<RateLimit> Of(Endpoint endpoint) => All.Where(l => l.Endpoints?.Contains(endpoint) ?? false);

    /// <summary>Whether other code that runs before the endpoints reads the header too: an API key that is checked, a tenant that is compared with the caller's.</summary>
    public bool IsVerified(string header) => _checkedTexts.Value.Contains(header);

    private HashSet<string> CheckedTexts(IReadOnlyList<EntryPoint> entryPoints) =>
        entryPoints.Where(e => e.Kind is EntryPointKind.Middleware or EntryPointKind.Filter).Select(e => e.Function.Owner)
            .Concat(_code.Program.Types.Where(t => _code.Program.Derives(t.Reference, LimitSymbols.AuthenticationHandler)).SelectMany(t => t.Methods).Select(_code.Folded.FunctionOf).OfType<SourceFunction>().Select(f => f.Owner))
            .Distinct().SelectMany(o => o.Functions).SelectMany(_index.Texts).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<RateLimit> Composed(ComposedRateLimits limits)
    {
        var open = _endpoints.Where(e => e is { Composed.IsLimitDisabled: false, IsOperational: false }).ToList();
        foreach (var limiter in limits.Limiters)
            yield return OfHost(limiter, limiter.IsGlobal ? open : [.. open.Where(e => e.Composed!.LimitPolicy == limiter.Policy)]);
        foreach (var endpoint in open.Where(e => e.Composed!.Limiter is not null))
            yield return OfHost(endpoint.Composed!.Limiter!, [endpoint]);
    }

    private RateLimit OfHost(ComposedLimiter limiter, IReadOnlyList<Endpoint> endpoints)
    {
        var partitioner = limiter.Partitioner is null ? null : HostSymbols.FunctionOf(_code, limiter.Partitioner);
        var registration = _registrations.FirstOrDefault(r => limiter.IsGlobal ? r.IsGlobal && r.Partitioners.Contains(partitioner!) : limiter.Policy is not null && r.Policy == limiter.Policy)
            ?? (limiter.IsGlobal ? _registrations.FirstOrDefault(r => r.IsGlobal) : null);
        return new()
        {
            Name = limiter.Policy is { } name ? $"policy \"{name}\"" : limiter.IsGlobal ? "the global limiter" : $"the limiter of {endpoints[0].Name}",
            Policy = limiter.Policy,
            IsGlobal = limiter.IsGlobal,
            Registration = registration?.Call,
            Unpartitioned = registration?.Kind,
            Partitioner = partitioner,
            Partitions = partitioner is null ? [] : PartitionsOf(partitioner),
            Answers = [.. limiter.Partitions.Where(p => Pipeline.SeesCallers || !p.IsKnown)],
            IsAsked = limiter.Undecided is null && limiter.Partitions.Any(p => p.Undecided is null),
            Endpoints = endpoints,
        };
    }

    private RateLimit OfCode(PolicyRegistration registration) => new()
    {
        Name = registration.IsGlobal ? "the global limiter" : registration.Policy is { } name ? $"policy \"{name}\"" : "a policy",
        Policy = registration.Policy,
        IsGlobal = registration.IsGlobal,
        Registration = registration.Call,
        Unpartitioned = registration.Kind,
        Partitioner = registration.Partitioners.FirstOrDefault(),
        Partitions = [.. registration.Partitioners.SelectMany(PartitionsOf)],
    };

    private IReadOnlyList<PartitionCall> PartitionsOf(SourceFunction partitioner) =>
    [
        .. Reachability.From([partitioner], f => _graph.From(f).Select(e => (e.Target, e.Position)), FunctionLimit).Functions.Take(FunctionLimit)
            .SelectMany(f => _code.BodyOf(f).Calls)
            .Where(c => c.Method.DeclaringType.Name.EndsWith("RateLimitPartition", StringComparison.Ordinal) && c.Method.Name.StartsWith("Get", StringComparison.Ordinal) && c.Arguments.Count > 0)
            .Select(c => Read(c, partitioner)),
    ];

    /// <summary>Of a method that several policies share it cannot be told here whose key it is given.</summary>
    private PartitionCall Read(Call call, SourceFunction partitioner)
    {
        var isShared = call.Function != partitioner && _sites.Of(call.Function).Count > 1;
        return new(
            call,
            isShared ? new([], false, true) : _keys.Of(call.Arguments[0]),
            call.Method.Is(LimitSymbols.Partitions, "GetNoLimiter"),
            [.. call.Conditions.SelectMany(w => _keys.Of(w.Value).By).Distinct().OrderBy(f => f.Kind).ThenBy(f => f.Name, StringComparer.Ordinal)]);
    }
}
