using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.SharedCache;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3010: two requests read the same value, and one of them writes in vain.</summary>
public sealed class SF3010ReadModifyWrite : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3010",
        "read-modify-write that is not atomic",
        Severity.High,
        "A value of a distributed cache or Redis is read, changed and written back under the same key, or a quota is read before it is counted up.",
        "Two requests that read before either writes lose one of the two updates, and let each other past a quota; how often grows with the square of the rate at which they come.",
        new(
            "Let the store do it in one step: increments, a hash field or a set for each part, a Lua script, a transaction with a condition; or a distributed lock with a library.",
            """
            var used = (int)await redis.StringGetAsync($"quota:{tenant}");
            if (used >= limit)
                return Results.StatusCode(429);
            await redis.StringIncrementAsync($"quota:{tenant}");
            """,
            """
            if (await redis.StringIncrementAsync($"quota:{tenant}") > limit)
                return Results.StatusCode(429);
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var functions = app.SharedCache.Functions().Where(f => app.Reach.IsOnRequest(f) || app.Reach.IsInBackground(f)).ToList();
        return functions.Count == 0
            ? NotApplicable("nothing at work uses a distributed cache or Redis")
            : Examined(functions.Count, functions.SelectMany(f => app.SharedCache.LostUpdatesIn(f).DistinctBy(u => u.Write.Call)).Select(u => Judge(app, u)));
    }

    private Finding Judge(AppModel app, LostUpdate update)
    {
        var call = update.Write.Call;
        var onRequest = app.Reach.IsOnRequest(call.Function);
        var key = update.Write.Key.Display;
        var message = update.IsQuota
            ? $"{key} is read, compared, and only then counted up by {call.Method.Name}: requests in between pass as well"
            : $"{call.Method.Name} writes back under {key} what was read before and changed: updates in between are lost";
        var finding = At(app, call.Function, call.Position, onRequest ? Severity.High : Lower(Severity.High), message);
        return finding with
        {
            Subject = call.Method.Name,
            Related = [Places.Of(app, update.Read.Call.Function, update.Read.Call.Position, "read here"), .. Callers.Of(app, call.Function, finding.Path)],
        };
    }
}
