using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Counters;
using ScaleFitness.Model.SharedCache;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3012: one counter for everybody.</summary>
public sealed class SF3012HotKey : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3012",
        "one hot key",
        Severity.Medium,
        "A key or row that the code names itself is counted up by every request.",
        "A key lives on one shard and a row has one lock: whatever else is scaled out, all requests pass through it one after the other.",
        new(
            "Spread it over a few keys or rows and add them up when reading, count in memory and flush with an atomic increment, or let metrics count.",
            "await redis.StringIncrementAsync(\"hits\");",
            "await redis.StringIncrementAsync($\"hits:{Random.Shared.Next(16)}\");"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var keys = app.SharedCache.Functions().Where(app.Reach.IsOnRequest).SelectMany(app.SharedCache.AccessesAround).Where(a => a.Action == CacheAction.Increment && IsNamedHere(app, a)).ToList();
        var rows = app.Index.Mentioning(HotRows.MayCount).Where(app.Reach.IsOnRequest).SelectMany(app.HotRows.In).ToList();
        return keys.Count + rows.Count == 0
            ? NotApplicable("no request counts up a key or a row that the code names itself")
            : Examined(keys.Count + rows.Count, keys.Where(k => k.Key.IsConstant || k.Key.IsByTime).Select(k => OfKey(app, k)).Concat(rows.Select(r => OfRow(app, r))));
    }

    /// <summary>A method that is called and names its key itself has a finding of its own.</summary>
    private static bool IsNamedHere(AppModel app, CacheAccess access) =>
        !app.Dispatch.Targets(access.Call).SelectMany(app.SharedCache.AccessesIn).Any(a => a.Action == CacheAction.Increment && (a.Key.IsConstant || a.Key.IsByTime));

    private Finding OfKey(AppModel app, CacheAccess access)
    {
        var finding = At(app, access.Call.Function, access.Call.Position, Severity.Medium, $"Every request that gets here counts up one key, {access.Key.Display}{(access.Key.IsByTime ? ", the same for all of its time" : "")}");
        return finding with { Subject = access.Key.Display, Related = Callers.Of(app, access.Call.Function, finding.Path) };
    }

    private Finding OfRow(AppModel app, HotRow row)
    {
        var finding = At(app, row.Call.Function, row.Call.Position, Severity.Medium, $"Every request that gets here counts up {row.Name} of one and the same row, and waits for its lock");
        return finding with { Subject = row.Name, Related = Callers.Of(app, row.Call.Function, finding.Path) };
    }
}
