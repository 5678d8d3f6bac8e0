using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.MemoryCaching;

/// <summary>Whether a cache refuses to grow over a size.</summary>
internal sealed class CacheSizes
{
    private readonly CodeModel _code;
    private readonly Provenance _provenance;
    private readonly bool _isLimitedByContainer;

    public CacheSizes(CodeModel code, CallIndex index, Provenance provenance, ComposedMemoryCache? composed)
    {
        _code = code;
        _provenance = provenance;
        _isLimitedByContainer = composed is not null ? composed.SizeLimit is not null : index.Mentioning("set_SizeLimit").SelectMany(f => code.BodyOf(f).Calls).Any(IsLimit);
    }

    /// <summary>Whether the cache may have a limit: the container's has one, or what code makes has, or it cannot be told whose it is.</summary>
    public bool MayBeLimited(Value cache)
    {
        var made = _provenance.Of(cache).Where(o => o is NewValue).Cast<NewValue>().ToList();
        return made.Count > 0 ? made.Any(m => IsLimited(m.Call)) : _isLimitedByContainer;
    }

    /// <summary>A class of the app's over the cache may do anything.</summary>
    private bool IsLimited(Call making) =>
        !making.Method.DeclaringType.Is(MemoryCacheSymbols.MemoryCache) || making.Arguments.Count == 0
        || _provenance.Of(making.Arguments[0]) is var options && !options.All(o => o is NewValue or CallValue)
        || options.Any(o => o.Function.Owner.Functions.SelectMany(f => _code.BodyOf(f).Calls).Any(c => IsLimit(c) && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(o)));

    private static bool IsLimit(Call call) =>
        call.Method.Is(MemoryCacheSymbols.CacheOptions, "set_SizeLimit") && !call.Arguments.SelectMany(ValueWalk.Origins).All(o => o is ConstantValue { Constant: null });
}
