using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.SingleInstance;

/// <summary>Schemas that every instance changes when it starts.</summary>
public sealed class StartUpMigrations
{
    /// <summary>The first version of EF Core that takes a lock of the database around its migrations.</summary>
    private const int FirstThatLocks = 9;

    /// <summary>A lock is looked for this many callers up.</summary>
    private const int Depth = 4;

    private static readonly string[] Locks = ["sp_getapplock", "pg_advisory", "pg_try_advisory", "GET_LOCK"];

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Reach _reach;

    internal StartUpMigrations(CodeModel code, CallIndex index, CallSites sites, Reach reach, Guards guards, DatabaseConnections databases)
    {
        _code = code;
        _sites = sites;
        _reach = reach;
        if (databases.All.Count > 0 && databases.All.All(d => d.Provider is DatabaseProvider.InMemory or DatabaseProvider.Sqlite))
            return;
        Calls =
        [
            .. index.Calling(IsName, IsMigration).SelectMany(f => code.BodyOf(f).Calls)
                .Where(c => IsName(c.Method.Name) && IsMigration(c.Method) && IsAtStart(c.Function) && IsOfServer(c.Function) && !guards.IsDevelopmentOnly(c) && !guards.IsBehindFlag(c) && !IsLocked(c, Depth)),
        ];
    }

    /// <summary>The calls that change it, with no lock, flag or job of their own.</summary>
    public IReadOnlyList<Call> Calls { get; } = [];

    /// <summary>Whether EF Core itself lets one instance migrate at a time.</summary>
    public bool LocksItself(Call migration) =>
        migration.Method.Name.StartsWith("Migrate", StringComparison.Ordinal)
        && _code.Program.Assemblies.Any(a => a.VersionOf(migration.Method.DeclaringType.Assembly) is { Major: >= FirstThatLocks });

    private static bool IsName(string name) => name is "Migrate" or "MigrateAsync" or "EnsureCreated" or "EnsureCreatedAsync";

    private static bool IsMigration(MethodRef method) => method.DeclaringType.FullName is SingleInstanceSymbols.DatabaseFacade or SingleInstanceSymbols.RelationalDatabase;

    private bool IsAtStart(SourceFunction function)
    {
        if (_reach.IsOnRequest(function))
            return false;
        if (_reach.IsAtStartUp(function))
            return true;
        return _reach.PathTo(function) is [var first, ..] && _reach.EntryAt(first.Function) is { Kind: EntryPointKind.HostedService } && !Ends(first.Function.Owner.Definition.DeclaringType);
    }

    /// <summary>A job of its own ends the process when it is done.</summary>
    private bool Ends(TypeDefinition type) =>
        type.Methods.Select(_code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Distinct().SelectMany(f => _code.BodyOf(f).Calls)
            .Any(c => c.Method.Name == "StopApplication" || c.Method.Is(SingleInstanceSymbols.Environment, "Exit"));

    /// <summary>A program that runs no host is such a job too; a library's code runs in whichever host there is.</summary>
    private bool IsOfServer(SourceFunction function)
    {
        var hosts = _code.Program.Assemblies.Where(a => a.Main is not null).ToList();
        var own = hosts.FirstOrDefault(a => a.Name == function.Owner.Definition.DeclaringType.Assembly);
        return own is null ? hosts.Count == 0 || hosts.Any(Serves) : Serves(own);
    }

    private bool Serves(CompiledAssembly host) =>
        host.Types.SelectMany(t => t.Methods).Select(_code.Folded.FunctionOf).OfType<SourceFunction>().Where(f => f.Owner.Body == f || f.Kind != FunctionKind.Method)
            .SelectMany(f => f.Owner.Functions).Distinct().SelectMany(f => _code.BodyOf(f).Calls)
            .Any(c => c.Method.Name is "Run" or "RunAsync" or "RunConsoleAsync" or "WaitForShutdown" or "WaitForShutdownAsync" or "RunAsService" && !c.Method.DeclaringType.FullName.StartsWith("System.Threading", StringComparison.Ordinal));

    private bool IsLocked(Call call, int depth) =>
        _code.BodyOf(call.Function).Calls.Any(IsLock)
        || depth > 0 && _sites.Of(call.Function).Concat(_sites.Given(call.Function)).Any(c => c.Function != call.Function && IsLocked(c, depth - 1));

    private static bool IsLock(Call call) =>
        call.Method.Name.Contains("AcquireLock", StringComparison.Ordinal) || call.Method.Name is "LockTake" or "LockTakeAsync" or "TryAcquire" or "TryAcquireAsync" or "Acquire" or "AcquireAsync" or "CreateLockAsync" or "CreateLock"
        || call.Arguments.Select(ValueWalk.Constant).OfType<string>().Any(text => Locks.Any(l => text.Contains(l, StringComparison.OrdinalIgnoreCase)));
}
