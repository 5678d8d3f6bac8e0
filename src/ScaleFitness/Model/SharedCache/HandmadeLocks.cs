using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.SharedCache;

/// <summary>What is wrong with a lock that the app makes of a key.</summary>
public enum LockFlaw
{
    /// <summary>Its key never expires: whoever dies with it keeps it.</summary>
    NoExpiry,

    /// <summary>It is looked for and then set, in two steps: two may have it.</summary>
    TwoSteps,

    /// <summary>It is removed by whoever comes, whether it is still theirs or not.</summary>
    NoOwner,

    /// <summary>A synchronous call of the network gives it back.</summary>
    BlockingRelease,

    /// <summary>The work under it may take longer than the key lives.</summary>
    Outlived,
}

/// <summary>A flaw of a lock that the app makes of a key.</summary>
/// <param name="Call">Where.</param>
/// <param name="Flaw">What.</param>
/// <param name="Key">The key, for people.</param>
public sealed record FlawedLock(Call Call, LockFlaw Flaw, string Key);

/// <summary>Finds locks that the app makes of keys, and what is wrong with them. Those of libraries are left to the libraries.</summary>
internal sealed class HandmadeLocks(CodeModel code, CacheAccessReader accesses, EffectReader effects)
{
    private static readonly string[] Words = ["lock", "mutex", "lease", "semaphore"];

    public IEnumerable<FlawedLock> In(SourceFunction function)
    {
        var own = accesses.In(function);
        var body = code.BodyOf(function);
        foreach (var access in own)
        {
            if (access.Action == CacheAction.SetIfAbsent && IsLock(access, function) && !HasExpiry(access.Call))
                yield return new(access.Call, LockFlaw.NoExpiry, access.Key.Display);
            else if (access.Action == CacheAction.Delete && IsUncheckedRelease(access, function, own))
                yield return new(access.Call, LockFlaw.NoOwner, access.Key.Display);
            else if (access.Action == CacheAction.Write && HasWord(access.Key.Text) && own.Any(r => r.Action == CacheAction.Read && r.Key.Text == access.Key.Text && r.Call.Order < access.Call.Order))
                yield return new(access.Call, LockFlaw.TwoSteps, access.Key.Display);
        }

        foreach (var call in body.Calls)
            if (CacheCommands.IsRedis(call.Method) && call.Method.Name is "LockTake" or "LockTakeAsync" && call.Arguments.Count > 1 && ValueWalk.Constant(Unwrapped(call.Arguments[1])) is not null)
                yield return new(call, LockFlaw.NoOwner, "the key");
            else if (IsRelease(call, function) && function.Owner.Definition.Name is "Dispose" or "System.IDisposable.Dispose")
                yield return new(call, LockFlaw.BlockingRelease, "the key");
            else if (IsTake(call, own, function) && IsOutlived(call, body))
                yield return new(call, LockFlaw.Outlived, "the key");
    }

    private bool IsLock(CacheAccess take, SourceFunction function) =>
        HasWord(take.Key.Text) || HasWord(function.Owner.Definition.Name) || HasWord(function.Owner.Definition.DeclaringType.Reference.Name) || Siblings(function).Any(a => a.Action == CacheAction.Delete && a.Key.Text == take.Key.Text);

    /// <summary>A key that the type takes as a lock, removed without a look at whose it is.</summary>
    private bool IsUncheckedRelease(CacheAccess delete, SourceFunction function, IReadOnlyList<CacheAccess> own)
    {
        if (function.Owner.Functions.Any(f => code.BodyOf(f).Calls.Any(c => c.Method.Name.StartsWith("ScriptEvaluate", StringComparison.Ordinal)))
            || own.Any(a => a.Action == CacheAction.Read && a.Key.Text == delete.Key.Text && a.Call.Order < delete.Call.Order))
            return false;
        return Siblings(function).Any(a => a.Action == CacheAction.SetIfAbsent && (a.Key.Text == delete.Key.Text || a.Key.Display == delete.Key.Display && (HasWord(a.Key.Text) || IsLock(a, a.Call.Function))));
    }

    private IEnumerable<CacheAccess> Siblings(SourceFunction function) =>
        function.Owner.Definition.DeclaringType.Methods.Select(code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Append(function).Distinct().SelectMany(accesses.In);

    /// <summary>The expiry, which is null where it was left out.</summary>
    private static bool HasExpiry(Call set)
    {
        for (var i = 0; i < set.Method.Parameters.Length; i++)
            if (set.Method.Parameters[i].FullName == "System.Nullable`1" || set.Method.Parameters[i].Name == "Expiration")
                return ValueWalk.Origins(set.Arguments[i]).Any(o => o is not (ConstantValue or UnknownValue));
        return true;
    }

    private bool IsRelease(Call call, SourceFunction function) =>
        CacheCommands.IsRedis(call.Method) && (call.Method.Name == "LockRelease" || call.Method.Name is "KeyDelete" or "ScriptEvaluate" && HasWord(function.Owner.Definition.DeclaringType.Reference.Name));

    private bool IsTake(Call call, IReadOnlyList<CacheAccess> own, SourceFunction function) =>
        CacheCommands.IsRedis(call.Method) && call.Method.Name is "LockTake" or "LockTakeAsync" || own.Any(a => a.Call == call && a.Action == CacheAction.SetIfAbsent && HasExpiry(call) && IsLock(a, function));

    /// <summary>A loop over the network behind the take, with nothing that extends the key.</summary>
    private bool IsOutlived(Call take, FunctionBody body)
    {
        if (body.Calls.Any(c => c.Method.Name is "LockExtend" or "LockExtendAsync" or "KeyExpire" or "KeyExpireAsync"))
            return false;
        var paths = code.PathsOf(body.Function);
        return body.Calls.Any(c => c.Order > take.Order && c.Loop is { } loop && take.Loop?.IsIn(loop) != true && effects.Through(c).Any(e => e.Effect.IsRemote) && paths.Leads(take.Order, c.Order)
            && !body.Calls.Any(r => IsEnd(r) && paths.IsAlwaysAfter(c.Order, r.Order)));
    }

    private static bool IsEnd(Call call) => call.Method.Name is "LockRelease" or "LockReleaseAsync" or "KeyDelete" or "KeyDeleteAsync";

    private static Value Unwrapped(Value value) =>
        ValueWalk.Origins(value) is [CallValue { Call: { Method.Name: "op_Implicit", Arguments: [var inner] } }] ? inner : value;

    private static bool HasWord(string text) => Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) && !text.Contains("block", StringComparison.OrdinalIgnoreCase) && !text.Contains("clock", StringComparison.OrdinalIgnoreCase);
}
