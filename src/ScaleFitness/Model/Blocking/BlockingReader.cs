using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Blocking;

/// <summary>
/// Finds synchronous I/O by a list of what does I/O. That an asynchronous overload exists proves nothing: <c>DbSet.Add</c>
/// has one, and waits for nobody.
/// </summary>
public sealed class BlockingReader
{
    private readonly CodeModel _code;
    private readonly EffectReader _effects;
    private readonly ShippedFiles _shipped;
    private readonly Lazy<bool> _isSqliteOnly;

    internal BlockingReader(CodeModel code, CallIndex index, Dispatch dispatch, EffectReader effects, CallSites sites)
    {
        _code = code;
        _effects = effects;
        _shipped = new(code, dispatch, sites);
        _isSqliteOnly = new(() => Providers.AreSqliteOnly(index));
    }

    /// <summary>Whether SQLite is the app's only database: its asynchronous API is synchronous too.</summary>
    public bool IsSqliteOnly => _isSqliteOnly.Value;

    /// <summary>The blocking calls of a function, in source order.</summary>
    public IEnumerable<BlockingCall> In(SourceFunction function)
    {
        foreach (var call in _code.BodyOf(function).Calls)
            if (!IsOwnBase(function, call) && KindOf(call) is { } kind)
                yield return new(call, kind);
    }

    /// <summary>An override that hands on to what it overrides is as synchronous as its callers want it: they are at fault.</summary>
    private static bool IsOwnBase(SourceFunction function, Call call) =>
        !call.IsVirtual && call.Method.Name == function.Method.Name && call.Receiver is ArgumentValue { IsThis: true };

    private EffectKind? KindOf(Call call)
    {
        if (_effects.Of(call) is { IsBlocking: true } effect)
            return Waits(call, effect.Kind) ? effect.Kind : null;
        return Streams.KindOf(call);
    }

    private bool Waits(Call call, EffectKind kind) => kind switch
    {
        // These put the message into a buffer and return.
        EffectKind.Broker => !call.Method.Is(BlockingSymbols.RabbitModel) && !(call.Method.Is(BlockingSymbols.KafkaProducer) && call.Method.Name == "Produce"),
        EffectKind.Cache => !IsFireAndForget(call),
        EffectKind.Process => call.Method.Is(BlockingSymbols.Process, "WaitForExit"),
        EffectKind.File => IsContent(call) && !_shipped.Reads(call),
        EffectKind.Push => false,
        _ => true,
    };

    private static bool IsFireAndForget(Call call)
    {
        for (var i = 0; i < call.Method.Parameters.Length; i++)
            if (call.Method.Parameters[i].FullName == BlockingSymbols.RedisFlags && ValueWalk.Constant(call.Arguments[i]) is int flags && (flags & 2) != 0)
                return true;
        return false;
    }

    /// <summary>Reading and writing grows with the file; opening, moving or deleting one does not.</summary>
    private static bool IsContent(Call call) =>
        call.Method.DeclaringType.FullName is BlockingSymbols.FileStream && (call.Method.Name is not "Flush" || call.Arguments.Count > 0)
        || call.Method.DeclaringType.FullName is BlockingSymbols.File && (call.Method.Name.StartsWith("Read", StringComparison.Ordinal) || call.Method.Name.StartsWith("Write", StringComparison.Ordinal) || call.Method.Name.StartsWith("AppendAll", StringComparison.Ordinal) || call.Method.Name == "Copy")
        || call.Method.Is(BlockingSymbols.FileInfo, "CopyTo");
}
