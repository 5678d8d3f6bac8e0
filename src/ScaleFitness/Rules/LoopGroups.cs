using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules;

/// <summary>Repeated calls of one loop are one finding.</summary>
internal static class LoopGroups
{
    /// <summary>Calls that requests or background work repeat, by the loop that repeats them; those of one loop in source order.</summary>
    public static IEnumerable<IReadOnlyList<RepeatedCall>> At(AppModel app) =>
        app.Reach.AtWork.Where(f => !f.Owner.IsGenerated)
            .SelectMany(app.Repeated.In)
            .GroupBy(r => r.Loop.Key)
            .Select(g => (IReadOnlyList<RepeatedCall>)[.. g]);

    /// <summary>What is to be said of each loop, or null: of its first call that has the effect in question, with the others beside it.</summary>
    /// <param name="app">The app.</param>
    /// <param name="effectOf">The effect in question, or null where a call has none.</param>
    /// <param name="judge">What is to be said of such a call, or null.</param>
    public static IReadOnlyList<Finding?> Judge(AppModel app, Func<RepeatedCall, EffectSite?> effectOf, Func<RepeatedCall, EffectSite, Finding?> judge) =>
    [
        .. At(app).Select(loop =>
        {
            var calls = loop.Where(r => effectOf(r) is not null).ToList();
            return calls is [var first, .. var others] && judge(first, effectOf(first)!) is { } finding ? finding with { Related = Related(app, others) } : null;
        }),
    ];

    /// <summary>The other calls of the loop, as related places.</summary>
    public static IReadOnlyList<Place> Related(AppModel app, IEnumerable<RepeatedCall> others) =>
        [.. others.Select(o => Places.Of(app, o.Call.Function, o.Call.Position, "in the same loop"))];

    /// <summary>A call as people name it.</summary>
    public static string Name(RepeatedCall repeated) => Named(repeated.Call.Method.Name);

    /// <summary>Where a call of the app's own leads in the end: <c> (through to ToListAsync)</c>.</summary>
    public static string Does(RepeatedCall repeated, EffectSite site) =>
        site.Call == repeated.Call ? "" : $" (through to {Named(site.Call.Method.Name)})";

    /// <summary>Table storage and Cosmos take a batch of one partition only: rows are grouped by it first.</summary>
    public static bool IsPartitionBatch(RepeatedCall repeated, EffectSite site) =>
        site.Call.Method.DeclaringType.Namespace is "Azure.Data.Tables" or "Microsoft.Azure.Cosmos"
        && repeated.Loop.Sequence is { } groups && ValueWalk.Origins(groups).Any(o => o is CallValue { Call.Method.Name: "GroupBy" });

    /// <summary>A local function's name is what stands in the middle of what the compiler calls it.</summary>
    private static string Named(string method)
    {
        var local = method.IndexOf(">g__", StringComparison.Ordinal);
        return local < 0 ? method : method[(local + 4)..].Split('|')[0];
    }
}
