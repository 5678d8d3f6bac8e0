using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Blocking;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3004: a thread that waits for the outside.</summary>
public sealed class SF3004BlockingCall : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3004",
        "blocking call",
        Severity.High,
        "A request waits on its thread: Thread.Sleep, or a synchronous call of a database, neighbour, broker, cache or file.",
        "A waiting thread serves nobody: as soon as more requests wait than the pool has threads, it adds one or two a second, and until then every request waits, also those that need nothing from outside.",
        new(
            "Call the asynchronous counterpart and await it, up to the endpoint.",
            "public List<Order> Open() => _db.Orders.Where(o => !o.Shipped).Take(100).ToList();",
            "public Task<List<Order>> OpenAsync(CancellationToken token) => _db.Orders.Where(o => !o.Shipped).Take(100).ToListAsync(token);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var calls = app.Reach.AtWork.Where(f => app.Reach.IsOnRequest(f) || f.IsAsync).SelectMany(app.Blocking.In).ToList();
        return calls.Count == 0
            ? NotApplicable("nothing on a request or in asynchronous code waits for the outside on its thread")
            : Examined(calls.Count, calls.GroupBy(c => (c.Call.Function, c.Kind)).Select(g => Judge(app, [.. g])));
    }

    /// <summary>Opening, executing and reading in one synchronous method have one cause: that it is synchronous.</summary>
    private Finding Judge(AppModel app, IReadOnlyList<BlockingCall> calls)
    {
        var first = calls[0];
        var call = first.Call;
        var onRequest = app.Reach.IsOnRequest(call.Function);
        var severity = first.Kind == EffectKind.Database && app.Blocking.IsSqliteOnly ? Severity.Low : onRequest ? Severity.High : Lower(Severity.High);
        var finding = At(app, call.Function, call.Position, severity, $"{call.Method.Name} blocks the thread while it waits for {first.Word}{(onRequest ? "" : ", in asynchronous background work")}");
        return finding with
        {
            Subject = first.Kind.ToString(),
            Related =
            [
                .. calls.Where(c => c != first).Select(c => Places.Of(app, c.Call.Function, c.Call.Position, "blocks too")).Distinct(),
                .. Callers.Of(app, call.Function, finding.Path),
            ],
            Projection = onRequest ? ThreadsBlocked.Project(app.Context) : null,
        };
    }
}
