using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Jobs;

namespace ScaleFitness.Rules.State;

/// <summary>SF1012: work that requests leave in the memory of one instance.</summary>
public sealed class SF1012JobStateInMemory : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF1012",
        "job state in memory",
        Severity.High,
        "Requests put work into a queue of the process, and a hosted service works it off.",
        "The caller was told that the work is accepted, and every deployment, crash or scale-in loses what waits. The other instances cannot help: one drowns in its queue while its neighbours idle.",
        new(
            "Put the job where it outlives the process and any instance can take it: a broker, a table of jobs (an outbox) in the same transaction as the request, Hangfire or Quartz on a shared store.",
            "private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(); … await _jobs.Writer.WriteAsync(job);",
            "db.Jobs.Add(new Job(order.Id)); await db.SaveChangesAsync(token);   // taken by a worker with FOR UPDATE SKIP LOCKED"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.EntryPoints.Any(e => e.Category == Model.EntryPoints.EntryPointCategory.Background))
            return NotApplicable("the app does no background work");
        return Examined(app.JobQueues.All.Count, app.JobQueues.All.Select(q => Judge(app, q)));
    }

    private Finding Judge(AppModel app, JobQueue queue)
    {
        var put = queue.Puts[0];
        var name = queue.Field?.DisplayName ?? "A queue in memory";
        return At(app, put.Function, put.Position, Severity.High, $"{name} holds work that requests accepted until background work takes it: a restart loses what waits, and no other instance can take it") with
        {
            Where = queue.Field is { } field ? Places.Of(app, field) : Places.Of(app, queue.Making.Function, queue.Making.Position),
            Related =
            [
                .. queue.Puts.Skip(1).Select(p => Places.Of(app, p.Function, p.Position, "put in here too"))
                    .Concat(queue.Takes.Select(t => Places.Of(app, t.Function, t.Position, "taken out here"))).Distinct(),
            ],
        };
    }
}
