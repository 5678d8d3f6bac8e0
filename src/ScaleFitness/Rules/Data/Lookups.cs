using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>Caches in front of what a loop asks for: it is then asked for once for each different key, or not at all.</summary>
internal static class Lookups
{
    /// <summary>Whether a cache or a dictionary is looked into before the call, or runs it on a miss.</summary>
    public static bool AreInFront(AppModel app, RepeatedCall repeated, EffectSite site)
    {
        if (IsCached(repeated.Call) || site.Call.Function.Parent is { } outer && app.BodyOf(outer).Calls.Any(c => IsCached(c) && c.Arguments.SelectMany(Code.Calls.Dispatch.FunctionsOf).Contains(site.Call.Function)))
            return true;
        var calls = site.Call.Function == repeated.Call.Function ? app.Repeated.InRound(repeated) : app.BodyOf(site.Call.Function).Calls;
        return calls.Any(c => c.Order < site.Call.Order && IsLookup(c));
    }

    private static bool IsCached(Call call) =>
        call.Method.Name is "GetOrCreate" or "GetOrCreateAsync" or "GetOrAdd" or "GetOrAddAsync" or "GetOrSet" or "GetOrSetAsync";

    private static bool IsLookup(Call call) => call.Method.Name is "TryGetValue" or "TryGet" or "ContainsKey" or "TryGetAsync"
        || call.Method.Name is "Get" or "GetAsync" or "GetString" or "GetStringAsync" && call.Method.DeclaringType.Namespace == "Microsoft.Extensions.Caching.Distributed";
}
