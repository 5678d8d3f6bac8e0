using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>Finds accesses to keys of stores that instances share, also through a method of the app's that wraps one.</summary>
internal sealed class CacheAccessReader(CodeModel code, Dispatch dispatch, SharedKeys keys)
{
    private readonly ConcurrentDictionary<SourceFunction, IReadOnlyList<CacheAccess>> _known = [];

    /// <summary>Accesses of the function's own calls.</summary>
    public IReadOnlyList<CacheAccess> In(SourceFunction function) => _known.GetOrAdd(function, f => [.. Find(f, _ => null)]);

    /// <summary>Its own, and those of the methods that it calls which do one access.</summary>
    public IReadOnlyList<CacheAccess> Around(SourceFunction function) =>
        [.. In(function), .. code.BodyOf(function).Calls.Where(c => CacheCommands.ActionOf(c) is null).SelectMany(Wrapped)];

    private IEnumerable<CacheAccess> Find(SourceFunction function, Func<ArgumentValue, Value?> argument)
    {
        foreach (var call in code.BodyOf(function).Calls)
            if (CacheCommands.ActionOf(call) is { } action)
                yield return new(call, action, KeyOf(call, argument), action == CacheAction.Read ? call.Result : CacheCommands.WrittenBy(call));
    }

    private SharedKey KeyOf(Call call, Func<ArgumentValue, Value?> argument)
    {
        var parts = CacheCommands.KeysOf(call).Select(v => keys.Of(v, argument)).ToList();
        return new(string.Join("/", parts.Select(p => p.Text)), parts.All(p => p.IsConstant), parts.Any(p => p.IsByTime) && parts.All(p => p.IsByTime || p.IsConstant));
    }

    private IEnumerable<CacheAccess> Wrapped(Call call)
    {
        if (dispatch.Targets(call) is not [var wrapper] || In(wrapper) is not { Count: > 0 })
            yield break;
        var body = code.BodyOf(wrapper);
        foreach (var access in Find(wrapper, a => a.Function == wrapper && a.Position < call.Arguments.Count ? call.Arguments[a.Position] : null))
        {
            if (access.Action == CacheAction.Read)
            {
                if (body.Returns.Any(r => Derivation.Of(r, body, int.MaxValue).Includes(access.Call.Result)))
                    yield return access with { Call = call, Value = call.Result };
            }
            else if (access.Action == CacheAction.Write && access.Value is { } written)
            {
                foreach (var passed in Derivation.Of(written, body, access.Call.Order).Values.OfType<ArgumentValue>())
                    if (passed.Function == wrapper && passed.Position >= 0 && passed.Position < call.Arguments.Count)
                        yield return access with { Call = call, Value = call.Arguments[passed.Position] };
            }
            else if (access.Action is CacheAction.Increment)
                yield return access with { Call = call };
        }
    }
}
