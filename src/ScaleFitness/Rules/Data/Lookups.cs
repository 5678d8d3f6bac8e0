using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>Caches in front of what a loop asks for: it is then asked for once for each different key, or not at all.</summary>
internal static class Lookups
{
    /// <summary>Callers of callers of what is behind a cache are followed no further.</summary>
    private const int CallerLimit = 3;

    /// <summary>Whether a cache or a dictionary is looked into before the call, or runs it on a miss.</summary>
    public static bool AreInFront(AppModel app, RepeatedCall repeated, EffectSite site)
    {
        if (IsCached(repeated.Call) || site.Call.Function.Parent is { } outer && app.BodyOf(outer).Calls.Any(c => IsCached(c) && c.Arguments.SelectMany(Code.Calls.Dispatch.FunctionsOf).Contains(site.Call.Function)))
            return true;
        var calls = site.Call.Function == repeated.Call.Function ? app.Repeated.InRound(repeated) : app.BodyOf(site.Call.Function).Calls;
        return calls.Any(c => c.Order < site.Call.Order && IsLookup(c));
    }

    /// <summary>Whether it only runs where a cache has no answer: in what the cache is given to run, behind a look into it, or only called from there.</summary>
    public static bool AreInFront(AppModel app, Call run) => AreInFront(app, run, CallerLimit);

    private static bool AreInFront(AppModel app, Call run, int callers)
    {
        var body = app.BodyOf(run.Function);
        if (body.Calls.Any(c => c.Order < run.Order && IsLookup(c) && IsOfCache(c) && app.Code.PathsOf(run.Function).Escapes(c.Order, o => o == run.Order)) || app.CallSites.Given(run.Function).Any(IsCached))
            return true;
        var outer = callers > 0 ? app.CallSites.Of(run.Function) : [];
        return outer.Count > 0 && outer.All(c => AreInFront(app, c, callers - 1));
    }

    private static bool IsOfCache(Call call) => call.Method.DeclaringType.Namespace.Contains("Caching", StringComparison.Ordinal);

    private static bool IsCached(Call call) =>
        call.Method.Name is "GetOrCreate" or "GetOrCreateAsync" or "GetOrAdd" or "GetOrAddAsync" or "GetOrSet" or "GetOrSetAsync";

    private static bool IsLookup(Call call) => call.Method.Name is "TryGetValue" or "TryGet" or "ContainsKey" or "TryGetAsync"
        || call.Method.Name is "Get" or "GetAsync" or "GetString" or "GetStringAsync" && call.Method.DeclaringType.Namespace == "Microsoft.Extensions.Caching.Distributed";
}
