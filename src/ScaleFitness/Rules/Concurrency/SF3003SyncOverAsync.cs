using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Tasks;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3003: a thread that waits for a task.</summary>
public sealed class SF3003SyncOverAsync : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3003",
        "sync over async",
        Severity.High,
        "A request blocks its thread until a task is done: Result, Wait, GetAwaiter().GetResult(), Task.WaitAll.",
        "The thread that waits is one that the task's continuation may need: as soon as more requests wait than the pool has threads, it starves, adds one or two a second, and answers take seconds while the processors idle.",
        new(
            "Await it, and make the callers asynchronous up to the endpoint; where an interface is synchronous, load ahead of the call.",
            "public Order Get(int id) => _client.GetFromJsonAsync<Order>($\"orders/{id}\").Result;",
            "public Task<Order?> GetAsync(int id, CancellationToken token) => _client.GetFromJsonAsync<Order>($\"orders/{id}\", token);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var waits = app.Tasks.Waits(f => (app.Reach.IsOnRequest(f) || app.Reach.IsInBackground(f)) && !IsTearDown(app, f)).ToList();
        return waits.Count == 0
            ? NotApplicable("nothing at work waits for a task by blocking")
            : Examined(waits.Count, waits.Select(w => Judge(app, w)));
    }

    private Finding Judge(AppModel app, BlockingWait wait)
    {
        var onRequest = app.Reach.IsOnRequest(wait.Call.Function);
        var what = wait.Maker?.Method.Name ?? "a task";
        var how = wait.Call.Method.Name is "get_Result" ? "Result" : wait.Call.Method.Name;
        var finding = At(app, wait.Call.Function, wait.Call.Position, onRequest ? Severity.High : Lower(Severity.High), $"{how} blocks the thread until {what} is done{(onRequest ? "" : ", in the background")}");
        return finding with
        {
            Subject = what,
            Related = Callers.Of(app, wait.Call.Function, finding.Path),
            Projection = onRequest ? ThreadsBlocked.Project(app.Context) : null,
        };
    }

    /// <summary>What the process has one of is disposed of once, when it ends.</summary>
    private static bool IsTearDown(AppModel app, SourceFunction function) =>
        function.Owner.Definition.Name is "Dispose" or "Finalize" or "System.IDisposable.Dispose" && app.Services.LifetimeOf(function.Owner.Definition.DeclaringType) == Lifetime.Singleton;
}
