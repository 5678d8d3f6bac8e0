using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Transactions;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2011: a slow neighbour that a transaction waits for.</summary>
public sealed class SF2011RemoteCallInTransaction : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2011",
        "remote call inside a transaction",
        Severity.High,
        "HTTP, a broker, mail or another slow call between the begin and the commit of a database transaction.",
        "Its locks and its connection are held for as long as the neighbour takes: 2 ms of writes become 200 ms, the rows serve a hundredth of the load, and when the neighbour hangs, the pool is empty within seconds; what was sent is not taken back by a rollback either.",
        new(
            "Call out before the transaction or after it; where the call must follow the commit for certain, write it into an outbox in the same transaction.",
            """
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            await db.SaveChangesAsync(token);
            await payments.ChargeAsync(order, token);
            await transaction.CommitAsync(token);
            """,
            """
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            db.Outbox.Add(new ChargeOrder(order.Id));
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var steps = app.SlowSteps;
        return !steps.HasTransactions
            ? NotApplicable("no code of the app opens a transaction")
            : Examined(steps.All.Count, steps.All.Select(s => Judge(app, s)).OfType<Finding>().DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private Finding? Judge(AppModel app, SlowStep step)
    {
        var function = step.Step.Function;
        var onRequest = app.Reach.IsOnRequest(function);
        if (!onRequest && !app.Reach.IsInBackground(function))
            return null;
        var through = step.Run == step.Step ? "" : $" (through {step.Step.Method.Name})";
        var opened = step.IsAround ? $", which {step.Begin.Function.Owner.Definition.DeclaringType.Reference.DisplayName} opens around handlers," : "";
        return At(app, function, step.Step.Position, onRequest ? Severity.High : Lower(Severity.High), $"The transaction{opened} waits for {step.Effect.Word}{through}: its locks and its connection are held all the while", step.IsAround ? Confidence.Medium : Confidence.High) with
        {
            Subject = step.Step.Method.Name,
            Related = [Places.Of(app, step.Begin.Function, step.Begin.Position, "the transaction begins here")],
        };
    }
}
