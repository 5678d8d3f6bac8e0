using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model.Blocking;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.Connections;
using ScaleFitness.Model.Counters;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Deployment;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Files;
using ScaleFitness.Model.Http;
using ScaleFitness.Model.Jobs;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Locks;
using ScaleFitness.Model.Loops;
using ScaleFitness.Model.MemoryCaching;
using ScaleFitness.Model.Partitions;
using ScaleFitness.Model.Requests;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Rows;
using ScaleFitness.Model.Schedules;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.SharedCache;
using ScaleFitness.Model.Sharing;
using ScaleFitness.Model.SingleInstance;
using ScaleFitness.Model.Sources;
using ScaleFitness.Model.Sql;
using ScaleFitness.Model.State;
using ScaleFitness.Model.Tasks;
using ScaleFitness.Model.Tenants;
using ScaleFitness.Model.Tracing;
using ScaleFitness.Model.Transactions;
using ScaleFitness.Model.Writes;

namespace ScaleFitness.Model;

/// <summary>What rules read: the app's source code, services, entry points, entities and the scale it is planned for.</summary>
public sealed class AppModel
{
    private readonly Parts _parts = new();
    private readonly IReadOnlyList<string> _assemblies;
    private readonly PossibleCalls _possible;

    private AppModel(CodeModel code, ScaleContext context, IReadOnlyList<string> assemblies, string? repositoryRoot, ComposedHost? host)
    {
        (Host, Code, Context) = (host, code, context);
        _assemblies = assemblies;
        Types = new(code.Program);
        Sources = new(repositoryRoot, SourceTree.DocumentsOf(code.Program));
        var wiring = Wiring.Read(code, Index);
        Services = new(code, wiring, host);
        EntryPoints = EntryPointFinder.Find(code, wiring, Services);
        var elsewhere = EntryPoints.Where(e => e.Registration is not null || e.Kind == EntryPointKind.Factory).Select(e => e.Function).ToHashSet();
        elsewhere.UnionWith(Services.Factories);
        Dispatch = new(code, Types, Services);
        CallGraph = new(code, Dispatch, made => made.Target is { } target && elsewhere.Contains(target));
        Extents = new(code.Program, new(() => Queries), new(() => Entities));
        Stores = new(code, Dispatch);
        Slots = new(code);
        Ends = new(code);
        _possible = new(code, Dispatch, Services.Registrations.SelectMany(r => new[] { r.Implementation, r.Service }).Select(code.Program.Find).OfType<TypeDefinition>().Where(t => !t.IsExternal), elsewhere.Contains);
        Reach = new(code, CallGraph, _possible, Services, EntryPoints);
        SmallTables = new(code.Program, context);
    }

    /// <summary>What the app's own host says of itself; null where it was not composed, and code is all there is.</summary>
    public ComposedHost? Host { get; }

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
    public CallIndex Index => _parts.Once(() => new CallIndex(Code.Folded));

    /// <summary>Entities with keys and indexes, as the host says or else as the code shows them.</summary>
    public EntityModel Entities => _parts.Once(() => EntityModel.Read(Code, Index, Host));

    /// <summary>Whether the app has tables to query, of EF Core or another library.</summary>
    public bool HasTables => Entities.All.Any() || QuerySources.Occur(Index, Code.Program);

    /// <summary>Reads queries out of values.</summary>
    public QueryReader Queries => _parts.Once(() => new QueryReader(Code, Dispatch, Entities));

    /// <summary>Finds what functions change in fields and captured variables.</summary>
    public StoreReader Stores { get; }

    /// <summary>Finds what functions store to fields that hold one thing.</summary>
    public SlotReader Slots { get; }

    /// <summary>Tells what decides the values that are stored.</summary>
    public ValueSources ValueSources => _parts.Once(() => new ValueSources(Code, CallSites, Reach));

    /// <summary>The app's work by the clock.</summary>
    public Schedule Schedule => _parts.Once(() => new Schedule(Code, Index, Dispatch, CallGraph, Effects, Services, EntryPoints, SoleHost.Of(Code, Host)?.Sharing?.Quartz));

    /// <summary>Work that requests leave in memory.</summary>
    public JobQueues JobQueues => _parts.Once(() => new JobQueues(Code, Index, Provenance, Services, Reach, Frequency));

    /// <summary>Who is made with what, who asks the container for what, and what comes of it.</summary>
    public ContainerUse Container => _parts.Once(() => new ContainerUse(this));

    /// <summary>Types whose objects live as long as the process.</summary>
    public LongLivedTypes LongLived => _parts.Once(() => new LongLivedTypes(Code, Types, CallSites, Reach, Services, EntryPoints));

    /// <summary>Judges how many rows a query may bring.</summary>
    public QueryExtents Extents { get; }

    /// <summary>Finds where queries are run and their rows kept.</summary>
    public MaterialisationReader Materialisations => _parts.Once(() => new MaterialisationReader(Code, Dispatch, Queries, Entities, Consumption.SourceOf));

    /// <summary>Finds where queries are run for anything: rows, one row, a figure.</summary>
    public MaterialisationReader QueryRuns => _parts.Once(() => new MaterialisationReader(Code, Dispatch, Queries, Entities, Consumption.RunBy));

    /// <summary>Finds where code narrows in memory what a query has just loaded.</summary>
    public MemoryFilters MemoryFilters => _parts.Once(() => new MemoryFilters(Code, Queries));

    /// <summary>Reads which related rows a query brings along.</summary>
    public Includes Includes => _parts.Once(() => new Includes(Code.Program, Entities));

    /// <summary>What each endpoint sets in motion.</summary>
    public EndpointWorks EndpointWorks => _parts.Once(() => new EndpointWorks(Index, CallGraph, EntryPoints));

    /// <summary>Finds where loaded entities are changed.</summary>
    public EntityChanges EntityChanges => _parts.Once(() => new EntityChanges(Code, Dispatch, Entities));

    /// <summary>What an index can find rows by.</summary>
    public Indexes Indexes => _parts.Once(() => new Indexes(Code, Index, Entities));

    /// <summary>Which tables are too small to matter.</summary>
    public SmallTables SmallTables { get; }

    /// <summary>What calls reach beyond the process: databases, neighbours, brokers, files.</summary>
    public EffectReader Effects => _parts.Once(() => new EffectReader(Code, Dispatch, CallGraph, new(() => Queries)));

    /// <summary>Lambdas that a known method runs once per element.</summary>
    public PerElement PerElement => _parts.Once(() => new PerElement(Code));

    /// <summary>The author's loops.</summary>
    public LoopReader Loops => _parts.Once(() => new LoopReader(Code, Dispatch, PerElement));

    /// <summary>Whether loops end.</summary>
    public LoopEnds Ends { get; }

    /// <summary>How many elements sequences have.</summary>
    public SequenceSizes Sizes => _parts.Once(() => new SequenceSizes(Code, Dispatch, Reach, CallSites, Effects, Loops, new(Code.Program, Queries, Extents, Entities, Context)));

    /// <summary>Calls that reach beyond the process once for each element.</summary>
    public RepeatedWork Repeated => _parts.Once(() => new RepeatedWork(Code, CallGraph, Dispatch, Effects, Loops, Sizes));

    /// <summary>Critical sections, and what runs while locks are held.</summary>
    public Locking Locks => _parts.Once(() => new Locking(Code, Types, Index, Dispatch, CallSites, Provenance, Reach, Services, EntryPoints, Effects, Stores));

    /// <summary>What becomes of tasks: who blocks until they are done, and which nobody waits for.</summary>
    public TaskReader Tasks => _parts.Once(() => new TaskReader(Code, Index, Dispatch, CallGraph, Effects, Services));

    /// <summary>Synchronous calls that wait for something outside.</summary>
    public BlockingReader Blocking => _parts.Once(() => new BlockingReader(Code, Index, Dispatch, Effects, CallSites));

    /// <summary>Keys of stores that instances share: distributed caches, Redis.</summary>
    public SharedCacheReader SharedCache => _parts.Once(() => new SharedCacheReader(Code, Index, Dispatch, CallSites, Effects));

    /// <summary>What requests put into caches in memory.</summary>
    public MemoryCacheEntries MemoryCacheEntries => _parts.Once(() => new MemoryCacheEntries(Code, Index, Reach, Provenance, Texts, BoundedTexts, RequestValues, SoleHost.Of(Code, Host)?.Sharing?.MemoryCache));

    /// <summary>Statements that count up a row which the code names itself.</summary>
    public HotRows HotRows => _parts.Once(() => new HotRows(Code, Queries, Sql));

    /// <summary>Who calls a function.</summary>
    public CallSites CallSites => _parts.Once(() => new CallSites(Code, Index, Dispatch, _possible));

    /// <summary>Where objects come from, across functions.</summary>
    public Provenance Provenance => _parts.Once(() => new Provenance(Code, Dispatch, CallSites));

    /// <summary>How texts are composed.</summary>
    public Texts Texts => _parts.Once(() => new Texts(Code, Dispatch, CallSites, Provenance));

    /// <summary>Where SQL is handed to a database.</summary>
    public SqlUses Sql => _parts.Once(() => new SqlUses(Code, Index, CallSites, Dispatch, Texts));

    /// <summary>Judges how many rows SQL may bring.</summary>
    public SqlExtents SqlExtents => _parts.Once(() => new SqlExtents(Entities, Context));

    /// <summary>Which columns are used of the rows that are loaded.</summary>
    public LoadedRows LoadedRows => _parts.Once(() => new LoadedRows(Code, Dispatch, CallSites, f => Reach.EntryAt(f) is not null));

    /// <summary>How the app treats its connections to databases.</summary>
    public DatabaseUse DatabaseUse => _parts.Once(() => new DatabaseUse(Code, Index, Dispatch, Texts, Provenance, Reach, Effects, Settings, Databases, Host));

    /// <summary>Whether the app uses a store or log with partitions.</summary>
    public bool UsesPartitions => PartitionedStores.Occur(Code.Program);

    /// <summary>Partition keys of which few are in use at a time.</summary>
    public PartitionKeys PartitionKeys => _parts.Once(() => new PartitionKeys(Code, Index, Types, Provenance, new(Code.Program, Texts), Entities));

    /// <summary>Queries that ask every partition.</summary>
    public ScatteredQueries ScatteredQueries => _parts.Once(() => new ScatteredQueries(Code, Index, Texts, Provenance, Queries));

    /// <summary>Rows that are added because none was found.</summary>
    public CheckedInserts CheckedInserts => _parts.Once(() => new CheckedInserts(Code, Dispatch, CallSites, Types, Queries, Entities, TableLocks, Reach));

    /// <summary>Slow calls inside transactions.</summary>
    public SlowSteps SlowSteps => _parts.Once(() => new SlowSteps(Code, Index, Dispatch, CallSites, Effects));

    /// <summary>Locks that are wider than the rows of one key.</summary>
    public TableLocks TableLocks => _parts.Once(() => new TableLocks(Code, Index, Provenance, Sql, SqlExtents));

    /// <summary>What clients choose, and whether anything limits it.</summary>
    public RequestValues RequestValues => _parts.Once(() => new RequestValues(Code, Index, Dispatch, CallSites, Services, EntryPoints));

    /// <summary>How often objects are made.</summary>
    public MakingFrequency Frequency => _parts.Once(() => new MakingFrequency(Code, Index, CallSites, CallGraph, Reach, Services, EntryPoints));

    /// <summary>Outbound HTTP: the app's clients and what is sent with them.</summary>
    public HttpClients HttpClients => _parts.Once(() => HttpClients.Read(Code, Types, Index, CallSites, CallGraph, Provenance, Services, Reach, EntryPoints, SoleHost.Of(Code, Host)?.Http));

    /// <summary>What clients can call, and what limits each.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _parts.Once(() => new EndpointReader(Code, Index, CallGraph, Provenance, EntryPoints, c => Frequency.Of(c) == Lifetimes.Frequency.PerRequest).Read(Host));

    /// <summary>What the app does about more requests than it can serve.</summary>
    public Limits.Backpressure Backpressure => _parts.Once(() => new Limits.Backpressure(new(Code, CallGraph), () => new(Code, Index, CallGraph, CallSites, Guards, Provenance, Texts, c => Frequency.Of(c), Host, EntryPoints, Endpoints), () => new(Code, Index, CallGraph, Guards, Host, EntryPoints)));

    /// <summary>Whether several tenants share the app, and what keeps their rows apart.</summary>
    public Tenancy Tenancy => _parts.Once(() => Tenancy.Read(Code, Entities, Services, new(() => new(Code, Index, CallSites, Entities, Services, Databases, Provenance, Texts, Host))));

    /// <summary>The app's <c>appsettings*.json</c>.</summary>
    public AppSettings Settings => _parts.Once(() => AppSettings.Read(Code.Program, _assemblies, Sources));

    /// <summary>Which settings a value of the code comes from.</summary>
    public ConfigurationReads Configuration => _parts.Once(() => new ConfigurationReads(Code, Index, Provenance, Settings));

    /// <summary>The databases that code opens, with their connection strings.</summary>
    public DatabaseConnections Databases => _parts.Once(() => new DatabaseConnections(Code, Index, Configuration));

    /// <summary>Under which conditions calls run.</summary>
    public Guards Guards => _parts.Once(() => new Guards(Code, CallSites, Provenance));

    /// <summary>What the framework's features keep per instance, and what all instances share.</summary>
    public SharedState Sharing => _parts.Once(() => new SharedState(Code, Index, Guards, Services, Reach, Stores, Provenance, Configuration, EntryPoints, SoleHost.Of(Code, Host)));

    /// <summary>Texts of which the program itself has only so many.</summary>
    public BoundedTexts BoundedTexts => _parts.Once(() => new BoundedTexts(Texts, Provenance));

    /// <summary>What functions leave on disks.</summary>
    public FileWrites Files => _parts.Once(() => new FileWrites(Code, Index, CallSites, Effects, Texts, Provenance, Configuration));

    /// <summary>Files of the repository that say how the app is run.</summary>
    public DeploymentFiles Deployment => _parts.Once(() => DeploymentFiles.Find(Sources));

    /// <summary>Where clients are bound to instances.</summary>
    public Stickiness StickySessions => _parts.Once(() => new Stickiness(Code, Index, Deployment, Sources, Sharing));

    /// <summary>What holds only while there is one instance.</summary>
    public SingleInstanceUses SingleInstance => _parts.Once(() => new SingleInstanceUses(Code, Index, CallSites, Reach, Guards, Texts, Settings, Databases, Configuration, Deployment, SoleHost.Of(Code, Host)));

    /// <summary>The scale to judge by.</summary>
    public ScaleContext Context { get; }

    /// <summary>Source positions as files of the repository.</summary>
    public SourceTree Sources { get; }

    /// <summary>Reads an app.</summary>
    /// <param name="assemblies">Paths of its own assemblies.</param>
    /// <param name="context">The scale to judge by.</param>
    /// <param name="repositoryRoot">Where source paths are relative to, or null to find it.</param>
    /// <param name="host">Waits for the composed host, once the code has been read; null where nothing is composed.</param>
    public static AppModel Read(IReadOnlyList<string> assemblies, ScaleContext context, string? repositoryRoot = null, Func<ComposedHost?>? host = null)
    {
        var code = CodeModel.Read(assemblies);
        return new(code, context, assemblies, repositoryRoot, code.Program.Assemblies.IsEmpty ? null : host?.Invoke());
    }

    /// <summary>What a function does.</summary>
    public FunctionBody BodyOf(SourceFunction function) => Code.BodyOf(function);
}
