using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Tasks;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3006: work that a request starts and nobody waits for.</summary>
public sealed class SF3006FireAndForget : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3006",
        "fire and forget",
        Severity.High,
        "A request starts work that nobody waits for: Task.Run, the thread pool, a task that is dropped, async void.",
        "Nothing limits how much of it runs at once, nothing sees its errors, and a deployment or scale-in kills it half done; what it takes from the request's scope is disposed of while it runs.",
        new(
            "Await it; or hand it to a bounded queue that a hosted service drains, or to a durable one (an outbox, a broker), and answer 202.",
            """
            app.MapPost("/orders", (Order order, IMailer mailer) =>
            {
                _ = Task.Run(() => mailer.ConfirmAsync(order));
                return Results.Ok();
            });
            """,
            """
            app.MapPost("/orders", async (Order order, Channel<Confirmation> queue, CancellationToken token) =>
            {
                await queue.Writer.WriteAsync(new(order.Id), token);
                return Results.Accepted();
            });
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var started = app.Reach.AtWork.Where(f => app.Reach.IsOnRequest(f) || IsMessage(app, f)).SelectMany(app.Tasks.StartedIn).ToList();
        return started.Count == 0
            ? NotApplicable("no request starts work that nobody waits for")
            : Examined(started.Count, started.Select(s => Judge(app, s)));
    }

    private Finding Judge(AppModel app, StartedWork work)
    {
        var taken = app.Tasks.RequestStateOf(work);
        var severity = taken is null ? Severity.High : Severity.Blocker;
        var onRequest = app.Reach.IsOnRequest(work.Call.Function);
        var what = work.Way switch
        {
            LettingGo.AsyncVoid => $"{work.Name} runs async void: nobody can wait for it",
            LettingGo.UsedAsValue => $"The task of {work.Name} is used as if it were its result, and never awaited",
            LettingGo.Queued => $"{work.Name} starts work that nobody waits for",
            _ => $"The task of {work.Name} is dropped: nobody waits for it",
        };
        var harm = taken is null ? "it is lost on a restart, and nothing limits it" : $"it uses {taken.DisplayName}, which ends with the request";
        var finding = At(app, work.Call.Function, work.Call.Position, onRequest ? severity : Lower(severity), $"{what}; {harm}", work.Way == LettingGo.UsedAsValue ? Confidence.Medium : Confidence.High);
        return finding with { Subject = work.Name, Related = Callers.Of(app, work.Call.Function, finding.Path) };
    }

    private static bool IsMessage(AppModel app, SourceFunction function) =>
        app.Reach.PathTo(function) is [var entry, ..] && app.Reach.EntryAt(entry.Function)?.Kind is EntryPointKind.Consumer or EntryPointKind.Job;
}
