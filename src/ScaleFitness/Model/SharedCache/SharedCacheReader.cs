using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.SharedCache;

/// <summary>What the app does with keys of stores that its instances share.</summary>
public sealed class SharedCacheReader
{
    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly CallSites _sites;
    private readonly CacheAccessReader _accesses;
    private readonly HandmadeLocks _locks;

    internal SharedCacheReader(CodeModel code, CallIndex index, Dispatch dispatch, CallSites sites, EffectReader effects)
    {
        _code = code;
        _index = index;
        _sites = sites;
        _accesses = new(code, dispatch, new(code, dispatch, sites));
        _locks = new(code, _accesses, effects);
    }

    /// <summary>Functions with an access of their own, and their callers, in a stable order.</summary>
    public IReadOnlyList<SourceFunction> Functions()
    {
        var own = _index.Mentioning(CacheCommands.MayAccess).Where(f => _accesses.In(f).Count > 0).ToList();
        return [.. own.Concat(own.SelectMany(f => _sites.Of(f)).Select(c => c.Function)).Distinct()];
    }

    /// <summary>Accesses of the function's own calls.</summary>
    public IReadOnlyList<CacheAccess> AccessesIn(SourceFunction function) => _accesses.In(function);

    /// <summary>Accesses of the function's own calls, and of those of the app's methods that it calls which do one access with the key they are handed.</summary>
    public IReadOnlyList<CacheAccess> AccessesAround(SourceFunction function) => _accesses.Around(function);

    /// <summary>Functions that may take or give back a lock made of a key.</summary>
    public IEnumerable<SourceFunction> Locking() => _index.Mentioning(n => CacheCommands.MayAccess(n) || n is "LockTake" or "LockTakeAsync" or "LockRelease" or "ScriptEvaluate");

    /// <summary>What is wrong with locks that the function makes of keys.</summary>
    public IEnumerable<FlawedLock> FlawedLocksIn(SourceFunction function) => _locks.In(function);

    /// <summary>Reads whose value, changed, is written back to the same key; and counters that are looked at before they are counted up.</summary>
    public IEnumerable<LostUpdate> LostUpdatesIn(SourceFunction function)
    {
        var accesses = _accesses.Around(function);
        var reads = accesses.Where(a => a.Action == CacheAction.Read).ToList();
        if (reads.Count == 0 || accesses.All(a => a.Action is not (CacheAction.Write or CacheAction.Increment)))
            yield break;
        var paths = _code.PathsOf(function);
        foreach (var write in accesses.Where(a => a.Action is CacheAction.Write or CacheAction.Increment))
            foreach (var read in reads)
                if (read.Key.Text == write.Key.Text && read.Key.Text.Length > 0 && read.Call != write.Call && paths.Leads(read.Call.Order, write.Call.Order)
                    && (write.Action == CacheAction.Write ? IsWrittenBack(read, write, function) : IsRefused(read.Call, write.Call, paths))
                    && !IsGuarded(function, read.Call, 1))
                {
                    yield return new(read, write);
                    break;
                }
    }

    /// <summary>Whether what was read may keep it from counting: a way out, or an exception made on the way.</summary>
    private bool IsRefused(Call read, Call count, ControlPaths paths) =>
        paths.Escapes(read.Order, o => o == count.Order)
        || _code.BodyOf(count.Function).Calls.Any(c => c.IsConstruction && c.Order > read.Order && _code.Program.Derives(c.Method.DeclaringType, "System.Exception") && paths.Leads(read.Order, c.Order) && !paths.Leads(c.Order, count.Order));

    private bool IsWrittenBack(CacheAccess read, CacheAccess write, SourceFunction function)
    {
        if (write.Value is null)
            return false;
        var made = Derivation.Of(write.Value, _code.BodyOf(function), write.Call.Order);
        return made.IsChanged && made.Includes(read.Call.Result);
    }

    /// <summary>A distributed lock is held, or a transaction watches the key.</summary>
    private bool IsGuarded(SourceFunction function, Call read, int depth)
    {
        var calls = _code.BodyOf(function).Calls;
        if (calls.Any(c => c.Method.Name == "AddCondition" && c.Method.DeclaringType.Namespace == SharedCacheSymbols.RedisNamespace))
            return true;
        var paths = _code.PathsOf(function);
        if (calls.Any(c => c.Order < read.Order && IsLock(c) && paths.IsAlwaysAfter(read.Order, c.Order)))
            return true;
        var callers = depth > 0 ? _sites.Of(function) : [];
        return callers.Count > 0 && callers.All(c => IsGuarded(c.Function, c, depth - 1));
    }

    private static bool IsLock(Call call) =>
        call.Method.Name.Contains("Lock", StringComparison.Ordinal) && call.Method.Name is not ("get_Lock" or "Unlock")
        || call.Method.Name.StartsWith("Acquire", StringComparison.Ordinal) || call.Method.Name.StartsWith("TryAcquire", StringComparison.Ordinal)
        || CacheCommands.ActionOf(call) == CacheAction.SetIfAbsent
        || call.Method.DeclaringType.Namespace.StartsWith(SharedCacheSymbols.DistributedLockNamespace, StringComparison.Ordinal) || call.Method.DeclaringType.Namespace.StartsWith(SharedCacheSymbols.RedLockNamespace, StringComparison.Ordinal);
}
