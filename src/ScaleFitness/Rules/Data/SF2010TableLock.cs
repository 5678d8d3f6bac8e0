using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2010: a lock that is wider than the rows of one key.</summary>
public sealed class SF2010TableLock : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2010",
        "table lock",
        Severity.High,
        "A request locks a table, or all that it reads: a table hint, LOCK TABLE, FOR UPDATE without a key, or a serializable transaction.",
        "Whoever holds the lock lets the others through one by one, on every instance: a lock of 20 ms caps the whole service at 50 a second, and more instances only make the queue longer; serializable transactions that meet end in deadlocks and retries.",
        new(
            "Lock the rows of one key, claim work with SKIP LOCKED, or use an optimistic token; open transactions with IsolationLevel.ReadCommitted.",
            "using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);",
            "using var scope = new TransactionScope(TransactionScopeOption.Required, new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted }, TransactionScopeAsyncFlowOption.Enabled);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var locks = app.TableLocks.All;
        return locks.Count == 0 && app.Sql.All.Count == 0
            ? NotApplicable("no code of the app hands SQL to a database or opens a serializable transaction")
            : Examined(app.Sql.All.Count + locks.Count, locks.Select(l => Judge(app, l)).OfType<Finding>().DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private Finding? Judge(AppModel app, TableLock found)
    {
        var function = found.Site.Function;
        var onRequest = app.Reach.IsOnRequest(function);
        if (!onRequest && !app.Reach.IsInBackground(function))
            return null;
        // The first rows are few, but everybody waits for the same ones.
        var severity = found.Width == LockWidth.FirstRows ? Severity.Medium : Severity.High;
        return At(app, function, found.Site.Position, onRequest ? severity : Lower(severity), Message(found)) with { Subject = found.What };
    }

    private static string Message(TableLock found)
    {
        var where = found.Table is { } table ? $" on {table}" : "";
        return found.Width switch
        {
            LockWidth.Table => $"{found.What}{where} locks the whole table: all others wait until this transaction ends",
            LockWidth.FirstRows => $"{found.What}{where} locks the same first rows for everybody and does not skip locked ones: callers wait in line",
            _ when found.What == "FOR UPDATE" => $"FOR UPDATE{where} is filtered by no key: it locks every row it meets, and whoever needs one of them waits",
            _ => $"The transaction is serializable ({found.What}): it locks all that it reads, or fails whenever two of them meet",
        };
    }
}
