using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Http;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Sources;
using ScaleFitness.Model.State;
using ScaleFitness.Model.Tenants;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model;

/// <summary>What rules read: the app's source code, services, entry points, entities and the scale it is planned for.</summary>
public sealed class AppModel
{
    private readonly Lazy<CallIndex> _index;
    private readonly Lazy<EntityModel> _entities;
    private readonly Lazy<QueryReader> _queries;
    private readonly Lazy<MaterialisationReader> _materialisations;
    private readonly Lazy<CallSites> _callSites;
    private readonly Lazy<Provenance> _provenance;
    private readonly Lazy<MakingFrequency> _frequency;
    private readonly Lazy<HttpClients> _httpClients;
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints;
    private readonly Lazy<ExpensiveWork> _expensiveWork;
    private readonly Lazy<Tenancy> _tenancy;
    private readonly Lazy<EffectReader> _effects;
    private readonly Lazy<PerElement> _perElement;

    private AppModel(CodeModel code, ScaleContext context, string? repositoryRoot)
    {
        Code = code;
        Context = context;
        Types = new(code.Program);
        _index = new(() => new(code.Folded));
        Sources = new(repositoryRoot, SourceTree.DocumentsOf(code.Program));
        var wiring = Wiring.Read(code, Index);
        Services = new(code, wiring);
        EntryPoints = EntryPointFinder.Find(code, wiring, Services);
        var elsewhere = EntryPoints.Where(e => e.Registration is not null || e.Kind == EntryPointKind.Factory).Select(e => e.Function).ToHashSet();
        elsewhere.UnionWith(Services.Registrations.Select(r => r.Factory).OfType<SourceFunction>());
        Dispatch = new(code, Types, Services);
        CallGraph = new(code, Dispatch, made => made.Target is { } target && elsewhere.Contains(target));
        Extents = new(code.Program);
        Stores = new(code, Dispatch);
        var registered = Services.Registrations.SelectMany(r => new[] { r.Implementation, r.Service }).Select(code.Program.Find).OfType<TypeDefinition>().Where(t => !t.IsExternal);
        var possible = new PossibleCalls(code, Dispatch, registered, elsewhere.Contains);
        Reach = new(code, CallGraph, possible, Services, EntryPoints);
        _entities = new(() => EntityModel.Read(code, Index));
        _queries = new(() => new(code, Dispatch, Entities));
        _effects = new(() => new(code, Dispatch, CallGraph, _queries));
        _perElement = new(() => new(code));
        _materialisations = new(() => new(code, Dispatch, Queries, Entities));
        _callSites = new(() => new(code, Index, Dispatch, possible));
        _provenance = new(() => new(code, Dispatch, CallSites));
        _frequency = new(() => new(code, Index, CallSites, CallGraph, Reach, Services, EntryPoints));
        _endpoints = new(() => new EndpointReader(code, Index, CallGraph, Provenance, EntryPoints).Read());
        _expensiveWork = new(() => new(code, CallGraph));
        _tenancy = new(() => Tenancy.Read(code, Entities, Services));
        _httpClients = new(() => HttpClients.Read(code, Types, Index, CallSites, CallGraph, Provenance, Services, Reach, EntryPoints));
    }

    /// <summary>Source methods and what they do.</summary>
    public CodeModel Code { get; }

    /// <summary>Class hierarchy.</summary>
    public TypeHierarchy Types { get; }

    /// <summary>The container's registrations.</summary>
    public ServiceGraph Services { get; }

    /// <summary>Where runs of the app's code start.</summary>
    public IReadOnlyList<EntryPoint> EntryPoints { get; }

    /// <summary>Resolves calls.</summary>
    public Dispatch Dispatch { get; }

    /// <summary>Who calls whom.</summary>
    public CallGraph CallGraph { get; }

    /// <summary>What requests, background work and start-up reach.</summary>
    public Reach Reach { get; }

    /// <summary>Which functions mention a name.</summary>
    public CallIndex Index => _index.Value;

    /// <summary>Entities with keys and indexes, as the code shows them.</summary>
    public EntityModel Entities => _entities.Value;

    /// <summary>Whether the app has tables to query, of EF Core or another library.</summary>
    public bool HasTables => Entities.All.Any() || QuerySources.Occur(Index, Code.Program);

    /// <summary>Reads queries out of values.</summary>
    public QueryReader Queries => _queries.Value;

    /// <summary>Finds what functions change in fields and captured variables.</summary>
    public StoreReader Stores { get; }

    /// <summary>Judges how many rows a query may bring.</summary>
    public QueryExtents Extents { get; }

    /// <summary>Finds where queries are run and their rows kept.</summary>
    public MaterialisationReader Materialisations => _materialisations.Value;

    /// <summary>What calls reach beyond the process: databases, neighbours, brokers, files.</summary>
    public EffectReader Effects => _effects.Value;

    /// <summary>Lambdas that a known method runs once per element.</summary>
    public PerElement PerElement => _perElement.Value;

    /// <summary>Who calls a function.</summary>
    public CallSites CallSites => _callSites.Value;

    /// <summary>Where objects come from, across functions.</summary>
    public Provenance Provenance => _provenance.Value;

    /// <summary>How often objects are made.</summary>
    public MakingFrequency Frequency => _frequency.Value;

    /// <summary>Outbound HTTP: the app's clients and what is sent with them.</summary>
    public HttpClients HttpClients => _httpClients.Value;

    /// <summary>What clients can call, and what limits each.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    /// <summary>What makes endpoints expensive.</summary>
    public ExpensiveWork ExpensiveWork => _expensiveWork.Value;

    /// <summary>Whether several tenants share the app.</summary>
    public Tenancy Tenancy => _tenancy.Value;

    /// <summary>The scale to judge by.</summary>
    public ScaleContext Context { get; }

    /// <summary>Source positions as files of the repository.</summary>
    public SourceTree Sources { get; }

    /// <summary>Reads an app.</summary>
    /// <param name="assemblies">Paths of its own assemblies.</param>
    /// <param name="context">The scale to judge by.</param>
    /// <param name="repositoryRoot">Where source paths are relative to, or null to find it.</param>
    public static AppModel Read(IReadOnlyList<string> assemblies, ScaleContext context, string? repositoryRoot = null) =>
        new(CodeModel.Read(assemblies), context, repositoryRoot);

    /// <summary>What a function does.</summary>
    public FunctionBody BodyOf(SourceFunction function) => Code.BodyOf(function);
}
