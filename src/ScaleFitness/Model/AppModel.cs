using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model.Connections;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.Blocking;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Deployment;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Files;
using ScaleFitness.Model.Http;
using ScaleFitness.Model.Jobs;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Partitions;
using ScaleFitness.Model.Requests;
using ScaleFitness.Model.Loops;
using ScaleFitness.Model.Locks;
using ScaleFitness.Model.Routing;
using ScaleFitness.Model.Schedules;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.Sharing;
using ScaleFitness.Model.SingleInstance;
using ScaleFitness.Model.SharedCache;
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
    private readonly Lazy<CallIndex> _index;
    private readonly Lazy<EntityModel> _entities;
    private readonly Lazy<QueryReader> _queries;
    private readonly Lazy<MaterialisationReader> _materialisations;
    private readonly Lazy<MaterialisationReader> _queryRuns;
    private readonly Lazy<EndpointWorks> _endpointWorks;
    private readonly Lazy<Indexes> _indexes;
    private readonly Lazy<Includes> _includes;
    private readonly Lazy<MemoryFilters> _memoryFilters;
    private readonly Lazy<CallSites> _callSites;
    private readonly Lazy<Provenance> _provenance;
    private readonly Lazy<MakingFrequency> _frequency;
    private readonly Lazy<LongLivedTypes> _longLived;
    private readonly Lazy<ValueSources> _valueSources;
    private readonly Lazy<CaptiveFinder> _captives;
    private readonly Lazy<JobQueues> _jobQueues;
    private readonly Lazy<Schedule> _schedule;
    private readonly Lazy<RequestValues> _requestValues;
    private readonly Lazy<HttpClients> _httpClients;
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints;
    private readonly Lazy<ExpensiveWork> _expensiveWork;
    private readonly Lazy<Tenancy> _tenancy;
    private readonly Lazy<Texts> _texts;
    private readonly Lazy<SqlUses> _sql;
    private readonly Lazy<SqlExtents> _sqlExtents;
    private readonly Lazy<TableLocks> _tableLocks;
    private readonly Lazy<DatabaseUse> _databaseUse;
    private readonly Lazy<CheckedInserts> _checkedInserts;
    private readonly Lazy<SlowSteps> _slowSteps;
    private readonly Lazy<PartitionKeys> _partitionKeys;
    private readonly Lazy<ScatteredQueries> _scattered;
    private readonly Lazy<EffectReader> _effects;
    private readonly Lazy<PerElement> _perElement;
    private readonly Lazy<AppSettings> _settings;
    private readonly Lazy<ConfigurationReads> _configuration;
    private readonly Lazy<DatabaseConnections> _databases;
    private readonly Lazy<Guards> _guards;
    private readonly Lazy<SharedState> _sharing;
    private readonly Lazy<Stickiness> _stickiness;
    private readonly Lazy<DeploymentFiles> _deployment;
    private readonly Lazy<SingleInstanceUses> _singleInstance;
    private readonly Lazy<TextParts> _texts;
    private readonly Lazy<FileWrites> _files;
    private readonly Lazy<EffectReader> _effects;
    private readonly Lazy<PerElement> _perElement;
    private readonly Lazy<LoopReader> _loops;
    private readonly Lazy<SequenceSizes> _sizes;
    private readonly Lazy<RepeatedWork> _repeated;
    private readonly Lazy<Locking> _locks;
    private readonly Lazy<TaskReader> _tasks;
    private readonly Lazy<SharedCacheReader> _sharedCache;
    private readonly Lazy<HotRows> _hotRows;
    private readonly Lazy<BlockingReader> _blocking;

    private AppModel(CodeModel code, ScaleContext context, IReadOnlyList<string> assemblies, string? repositoryRoot)
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
        Slots = new(code);
        Ends = new(code);
        Reach = new(code, CallGraph, Services, EntryPoints);
        _entities = new(() => EntityModel.Read(code, Index));
        _queries = new(() => new(code, Dispatch, Entities));
        _materialisations = new(() => new(code, Dispatch, Queries, Entities, Consumption.SourceOf));
        _queryRuns = new(() => new(code, Dispatch, Queries, Entities, Consumption.RunBy));
        _endpointWorks = new(() => new(Index, CallGraph, EntryPoints));
        _indexes = new(() => new(code, Index, Entities));
        _includes = new(() => new(code.Program, Entities));
        _memoryFilters = new(() => new(code, Queries));
        SmallTables = new(code.Program, context);
        _effects = new(() => new(code, Dispatch, CallGraph, _queries));
        _perElement = new(() => new(code));
        _loops = new(() => new(code, Dispatch, PerElement));
        _sizes = new(() => new(code, Dispatch, Reach, CallSites, Effects, Loops, new(code.Program, Queries, Extents, Entities, context)));
        _repeated = new(() => new(code, CallGraph, Dispatch, Effects, Loops, Sizes));
        _materialisations = new(() => new(code, Dispatch, Queries, Entities));
        _callSites = new(() => new(code, Index, Dispatch));
        _provenance = new(() => new(code, Dispatch, CallSites));
        _texts = new(() => new(code, Dispatch, CallSites));
        _sql = new(() => new(code, Index, CallSites, Dispatch, Texts));
        _sqlExtents = new(() => new(Entities, context));
        _partitionKeys = new(() => new(code, Index, Types, Provenance, new(code.Program, Texts)));
        _scattered = new(() => new(code, Index, Texts, Provenance, Queries));
        _checkedInserts = new(() => new(code, Dispatch, CallSites, Types, Queries, Entities, TableLocks, Reach));
        _slowSteps = new(() => new(code, Index, Dispatch, CallSites, Effects));
        _databaseUse = new(() => new(code, Index, Dispatch, Texts, Provenance, Reach, Effects, Settings, Databases));
        _tableLocks = new(() => new(code, Index, Provenance, Sql, SqlExtents));
        _requestValues = new(() => new(code, Index, Dispatch, CallSites, Services, EntryPoints));
        _frequency = new(() => new(code, Index, CallSites, CallGraph, Reach, Services, EntryPoints));
        _longLived = new(() => new(code, Types, CallSites, Reach, Services, EntryPoints));
        _schedule = new(() => new(code, Index, Dispatch, CallGraph, Effects, Services, EntryPoints));
        _jobQueues = new(() => new(code, Index, Provenance, Services, Reach, Frequency));
        _captives = new(() => new(code, Services));
        _valueSources = new(() => new(code, CallSites, Reach));
        _locks = new(() => new(code, Types, Index, Dispatch, CallSites, Provenance, Reach, Services, EntryPoints, Effects, Stores));
        _tasks = new(() => new(code, Index, Dispatch, Effects, Services));
        _sharedCache = new(() => new(code, Index, Dispatch, CallSites, Effects));
        _hotRows = new(() => new(code, Queries));
        _blocking = new(() => new(code, Index, Dispatch, Effects, CallSites));
        _endpoints = new(() => new EndpointReader(code, Index, CallGraph, Provenance, EntryPoints).Read());
        _expensiveWork = new(() => new(code, CallGraph));
        _settings = new(() => AppSettings.Read(code.Program, assemblies, Sources));
        _configuration = new(() => new(code, Index, Provenance, Settings));
        _databases = new(() => new(code, Index, Configuration));
        _guards = new(() => new(code, CallSites, Provenance));
        _sharing = new(() => new(code, Index, Guards, Services, Reach, Stores, Provenance, Configuration, EntryPoints));
        _texts = new(() => new(code, Provenance));
        _files = new(() => new(code, Index, CallSites, Effects, Texts, Provenance, Configuration));
        _deployment = new(() => DeploymentFiles.Find(Sources));
        _singleInstance = new(() => new(code, Index, CallSites, Reach, Guards, Texts, Settings, Databases, Configuration, Deployment));
        _stickiness = new(() => new(code, Index, Deployment, Sources, Sharing));
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

    /// <summary>Finds what functions store to fields that hold one thing.</summary>
    public SlotReader Slots { get; }

    /// <summary>Tells what decides the values that are stored.</summary>
    public ValueSources ValueSources => _valueSources.Value;

    /// <summary>The app's work by the clock.</summary>
    public Schedule Schedule => _schedule.Value;

    /// <summary>Work that requests leave in memory.</summary>
    public JobQueues JobQueues => _jobQueues.Value;

    /// <summary>Finds scoped services that objects of the process keep.</summary>
    public CaptiveFinder Captives => _captives.Value;

    /// <summary>Types whose objects live as long as the process.</summary>
    public LongLivedTypes LongLived => _longLived.Value;

    /// <summary>Judges how many rows a query may bring.</summary>
    public QueryExtents Extents { get; }

    /// <summary>Finds where queries are run and their rows kept.</summary>
    public MaterialisationReader Materialisations => _materialisations.Value;

    /// <summary>Finds where queries are run for anything: rows, one row, a figure.</summary>
    public MaterialisationReader QueryRuns => _queryRuns.Value;

    /// <summary>Finds where code narrows in memory what a query has just loaded.</summary>
    public MemoryFilters MemoryFilters => _memoryFilters.Value;

    /// <summary>Reads which related rows a query brings along.</summary>
    public Includes Includes => _includes.Value;

    /// <summary>What each endpoint sets in motion.</summary>
    public EndpointWorks EndpointWorks => _endpointWorks.Value;

    /// <summary>Finds where loaded entities are changed.</summary>
    public EntityChanges EntityChanges => new(Code, Dispatch, Entities);

    /// <summary>What an index can find rows by.</summary>
    public Indexes Indexes => _indexes.Value;

    /// <summary>Which tables are too small to matter.</summary>
    public SmallTables SmallTables { get; }
    /// <summary>What calls reach beyond the process: databases, neighbours, brokers, files.</summary>
    public EffectReader Effects => _effects.Value;

    /// <summary>Lambdas that a known method runs once per element.</summary>
    public PerElement PerElement => _perElement.Value;

    /// <summary>The author's loops.</summary>
    public LoopReader Loops => _loops.Value;

    /// <summary>Whether loops end.</summary>
    public LoopEnds Ends { get; }

    /// <summary>How many elements sequences have.</summary>
    public SequenceSizes Sizes => _sizes.Value;

    /// <summary>Calls that reach beyond the process once for each element.</summary>
    public RepeatedWork Repeated => _repeated.Value;
    /// <summary>Critical sections, and what runs while locks are held.</summary>
    public Locking Locks => _locks.Value;

    /// <summary>What becomes of tasks: who blocks until they are done, and which nobody waits for.</summary>
    public TaskReader Tasks => _tasks.Value;

    /// <summary>Synchronous calls that wait for something outside.</summary>
    public BlockingReader Blocking => _blocking.Value;

    /// <summary>Keys of stores that instances share: distributed caches, Redis.</summary>
    public SharedCacheReader SharedCache => _sharedCache.Value;

    /// <summary>Statements that count up a row which the code names itself.</summary>
    public IEnumerable<HotRow> HotRowsIn(SourceFunction function) => _hotRows.Value.In(function);

    /// <summary>Who calls a function.</summary>
    public CallSites CallSites => _callSites.Value;

    /// <summary>Where objects come from, across functions.</summary>
    public Provenance Provenance => _provenance.Value;

    /// <summary>How texts are composed.</summary>
    public Texts Texts => _texts.Value;

    /// <summary>Where SQL is handed to a database.</summary>
    public SqlUses Sql => _sql.Value;

    /// <summary>Judges how many rows SQL may bring.</summary>
    public SqlExtents SqlExtents => _sqlExtents.Value;

    /// <summary>How the app treats its connections to databases.</summary>
    public DatabaseUse DatabaseUse => _databaseUse.Value;

    /// <summary>Whether the app uses a store or log with partitions.</summary>
    public bool UsesPartitions => PartitionedStores.Occur(Code.Program);

    /// <summary>Partition keys of which few are in use at a time.</summary>
    public PartitionKeys PartitionKeys => _partitionKeys.Value;

    /// <summary>Queries that ask every partition.</summary>
    public ScatteredQueries ScatteredQueries => _scattered.Value;

    /// <summary>Rows that are added because none was found.</summary>
    public CheckedInserts CheckedInserts => _checkedInserts.Value;

    /// <summary>Slow calls inside transactions.</summary>
    public SlowSteps SlowSteps => _slowSteps.Value;

    /// <summary>Locks that are wider than the rows of one key.</summary>
    public TableLocks TableLocks => _tableLocks.Value;
    /// <summary>What clients choose, and whether anything limits it.</summary>
    public RequestValues RequestValues => _requestValues.Value;

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

    /// <summary>The app's <c>appsettings*.json</c>.</summary>
    public AppSettings Settings => _settings.Value;

    /// <summary>Which settings a value of the code comes from.</summary>
    public ConfigurationReads Configuration => _configuration.Value;

    /// <summary>The databases that code opens, with their connection strings.</summary>
    public DatabaseConnections Databases => _databases.Value;

    /// <summary>Under which conditions calls run.</summary>
    public Guards Guards => _guards.Value;

    /// <summary>What the framework's features keep per instance, and what all instances share.</summary>
    public SharedState Sharing => _sharing.Value;

    /// <summary>What texts are put together from.</summary>
    public TextParts Texts => _texts.Value;

    /// <summary>What functions leave on disks.</summary>
    public FileWrites Files => _files.Value;

    /// <summary>Files of the repository that say how the app is run.</summary>
    public DeploymentFiles Deployment => _deployment.Value;

    /// <summary>Where clients are bound to instances.</summary>
    public Stickiness StickySessions => _stickiness.Value;

    /// <summary>What holds only while there is one instance.</summary>
    public SingleInstanceUses SingleInstance => _singleInstance.Value;

    /// <summary>The scale to judge by.</summary>
    public ScaleContext Context { get; }

    /// <summary>Source positions as files of the repository.</summary>
    public SourceTree Sources { get; }

    /// <summary>Reads an app.</summary>
    /// <param name="assemblies">Paths of its own assemblies.</param>
    /// <param name="context">The scale to judge by.</param>
    /// <param name="repositoryRoot">Where source paths are relative to, or null to find it.</param>
    public static AppModel Read(IReadOnlyList<string> assemblies, ScaleContext context, string? repositoryRoot = null) =>
        new(CodeModel.Read(assemblies), context, assemblies, repositoryRoot);

    /// <summary>What a function does.</summary>
    public FunctionBody BodyOf(SourceFunction function) => Code.BodyOf(function);
}
