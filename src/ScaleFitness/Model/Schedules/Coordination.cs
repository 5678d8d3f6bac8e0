using System.Text.RegularExpressions;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Jobs;
using ScaleFitness.Model.SharedCache;

namespace ScaleFitness.Model.Schedules;

/// <summary>Whether work is shared out between instances: a lock, lease, leader or claim, or a queue that gives each message to one.</summary>
internal sealed class Coordination(CodeModel code, CallIndex index)
{
    private static readonly Regex LockingSql = new("(?i)SKIP\\s+LOCKED|\\bREADPAST\\b|pg_(try_)?advisory_|sp_getapplock|\\bGET_LOCK\\s*\\(|DBMS_LOCK", RegexOptions.CultureInvariant);

    private static readonly Regex LockNames = new("^(Try)?(Acquire(?!.*Token)|Claim(?!s)|Lease|BecomeLeader|TakeLock|GetLock|EnterLock|ElectLeader)|Lease(?!d)|IsLeader|Leader(ship)?(Async)?$|AcquireLock|AdvisoryLock|DistributedLock", RegexOptions.CultureInvariant);

    private static readonly Regex LockTypes = new("DistributedLock|RedLock|LeaseClient|LeaderElect|AdvisoryLock|DistributedMutex", RegexOptions.CultureInvariant);

    /// <summary>Whether some of the functions takes care that one instance alone does the work, or a part of it.</summary>
    public bool IsIn(IReadOnlyList<SourceFunction> functions) => functions.Any(f => IsIn(f));

    private bool IsIn(SourceFunction function)
    {
        var body = code.BodyOf(function);
        return body.Calls.Any(c => Locks(c) || Receives(c) || QueueMethods.Takes(c) || IsClaim(c))
            || Texts(function).Any(t => LockingSql.IsMatch(t))
            || body.Calls.Any(c => c.Conditions.Any(t => IsCounted(t.Value))) || body.Returns.Any(IsCounted)
            || code.PathsOf(function).Regions.Any(r => r.Catches?.FullName == ScheduleSymbols.ConcurrencyException);
    }

    /// <summary>Those of the static fields beside it too: SQL is often kept there.</summary>
    private IEnumerable<string> Texts(SourceFunction function) =>
        index.Texts(function).Concat(function.Owner.Definition.DeclaringType.Methods.Where(m => m.Name == ".cctor").Select(code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(index.Texts));

    /// <summary>Lock libraries, and what the app or a library calls so. The framework's own locks hold within one process.</summary>
    private static bool Locks(Call call)
    {
        var type = call.Method.DeclaringType;
        if (type.Namespace.StartsWith(ScheduleSymbols.MedallionNamespace, StringComparison.Ordinal) || type.Namespace.StartsWith(ScheduleSymbols.RedLockNamespace, StringComparison.Ordinal))
            return true;
        if (type.FullName is ScheduleSymbols.RedisDatabase or ScheduleSymbols.RedisDatabaseAsync && call.Method.Name.StartsWith("LockTake", StringComparison.Ordinal))
            return true;
        var isFrameworks = type.Namespace.StartsWith("System", StringComparison.Ordinal) || type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal);
        return !isFrameworks && (LockNames.IsMatch(call.Method.Name) || LockTypes.IsMatch(type.Name));
    }

    /// <summary><c>SET … NX</c>: one instance alone gets the answer yes.</summary>
    private static bool IsClaim(Call call) => SetIfAbsent.Is(call);

    /// <summary>A broker gives each message to one of its consumers.</summary>
    private static bool Receives(Call call) =>
        call.Method.Is(ScheduleSymbols.KafkaConsumer, "Consume")
        || call.Method.DeclaringType.FullName == ScheduleSymbols.RabbitChannel && call.Method.Name is "BasicConsumeAsync" or "BasicGetAsync"
        || call.Method.Name is "ReceiveMessage" or "ReceiveMessageAsync" or "ReceiveMessages" or "ReceiveMessagesAsync" or "StartProcessingAsync" or "StreamReadGroup" or "StreamReadGroupAsync" or "ListLeftPop" or "ListLeftPopAsync" or "ListRightPop" or "ListRightPopAsync";

    /// <summary>How many rows a statement changed, looked at: whoever changed none lost the race.</summary>
    private static bool IsCounted(Value value) => ValueWalk.Within(value, Parts).Any(o => o is CallValue { Call: var call } && CountsRows(call));

    private static IReadOnlyList<Value> Parts(Value value) => value switch
    {
        AwaitValue await => [await.Task],
        ComputedValue computed => computed.Operands,
        _ => [],
    };

    private static bool CountsRows(Call call) =>
        call.Method.Name is "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "ExecuteSqlInterpolated" or "ExecuteSqlInterpolatedAsync" or "ExecuteSql" or "ExecuteSqlAsync" or "ExecuteNonQuery" or "ExecuteNonQueryAsync"
        || call.Method.Is("Dapper.SqlMapper", "Execute", "ExecuteAsync");
}
