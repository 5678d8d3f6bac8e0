using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules.Caching;

/// <summary>SF6001: a cache in memory that only grows.</summary>
public sealed class SF6001CacheWithoutLimit : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF6001",
        "cache without a limit",
        Severity.High,
        "Requests put entries into a cache in memory under keys of their own, with neither an expiry nor a size, and the cache has no size limit.",
        "The framework's cache throws nothing away by itself: each new key is an entry for the life of the process, memory grows with the traffic and the garbage collector walks all of it, until the instance is killed and starts to fill again.",
        new(
            "Give entries an expiry, or a size in a cache with a SizeLimit.",
            """cache.Set($"price:{sku}", price);""",
            """cache.Set($"price:{sku}", price, TimeSpan.FromMinutes(5));"""));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var entries = app.MemoryCacheEntries;
        return entries.Written.Count == 0
            ? NotApplicable("no request puts anything into a cache in memory")
            : Examined(entries.Written.Count, entries.Endless.Select(c => Judge(app, c)));
    }

    private Finding Judge(AppModel app, Call call)
    {
        var finding = At(app, call.Function, call.Position, Severity.High, $"{call.Method.Name} keeps an entry for ever under a key that each request brings: it has neither an expiry nor a size, and the cache no size limit");
        return finding with { Subject = call.Method.Name, Related = Callers.Of(app, call.Function, finding.Path) };
    }
}
