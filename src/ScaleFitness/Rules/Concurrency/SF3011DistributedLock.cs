using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.SharedCache;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3011: a lock made of a key, by hand.</summary>
public sealed class SF3011DistributedLock : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3011",
        "distributed lock done badly",
        Severity.High,
        "A lock made of a key never expires, is taken in two steps, is removed without a look at whose it is, is given back by a blocking call, or may expire under the work.",
        "With more instances and deployments, one of them will die with the lock, or be slow enough to lose it: then nobody gets it any more, or two have it at once.",
        new(
            "Take a library that gets it right (DistributedLock.Redis, RedLock.net): expiry, a token for the owner, renewal. By hand: SET NX with an expiry and a random token, and a script that compares the token before it deletes.",
            """
            if (await redis.StringSetAsync("lock:close", "1", when: When.NotExists))
            {
                await CloseAsync();
                await redis.KeyDeleteAsync("lock:close");
            }
            """,
            """
            await using var held = await locks.TryAcquireLockAsync("close");
            if (held is not null)
                await CloseAsync();
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var functions = app.SharedCache.Locking().Where(f => app.Reach.IsOnRequest(f) || app.Reach.IsInBackground(f)).ToList();
        return functions.Count == 0
            ? NotApplicable("nothing at work uses a distributed cache or Redis")
            : Examined(functions.Count, functions.SelectMany(app.SharedCache.FlawedLocksIn).Select(l => Judge(app, l)));
    }

    private Finding Judge(AppModel app, FlawedLock flawed)
    {
        var onRequest = app.Reach.IsOnRequest(flawed.Call.Function);
        var message = flawed.Flaw switch
        {
            LockFlaw.NoExpiry => $"The lock {flawed.Key} never expires: an instance that dies with it keeps it for ever",
            LockFlaw.TwoSteps => $"The lock {flawed.Key} is looked for and then set: two that look at once both have it",
            LockFlaw.NoOwner => flawed.Call.Method.Name.StartsWith("LockTake", StringComparison.Ordinal) ? "The lock's token is the same for everybody: who is late gives back another's lock" : $"The lock {flawed.Key} is removed without a look at whose it is: who is late removes another's",
            LockFlaw.BlockingRelease => $"{flawed.Call.Method.Name} gives the lock back by a blocking call of the network in Dispose",
            _ => "The work under the lock loops over the network and nothing renews it: it may expire meanwhile, and two work at once",
        };
        var finding = At(app, flawed.Call.Function, flawed.Call.Position, onRequest ? Severity.High : Lower(Severity.High), message, flawed.Flaw == LockFlaw.Outlived ? Confidence.Medium : Confidence.High);
        return finding with
        {
            Subject = flawed.Flaw.ToString(),
            Related = Callers.Of(app, flawed.Call.Function, finding.Path),
            Projection = onRequest ? SerialCeiling.Project(app.Context, acrossIo: true, acrossInstances: true) : null,
        };
    }
}
