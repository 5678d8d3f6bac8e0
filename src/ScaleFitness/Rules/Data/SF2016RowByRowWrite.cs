using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2016: rows that are loaded only to be changed or removed one by one.</summary>
public sealed class SF2016RowByRowWrite : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2016",
        "row-by-row write",
        Severity.Medium,
        "The rows of an unbounded query are loaded, tracked and changed or removed one by one, where one statement would do.",
        "Every row travels to the app and back, is tracked, compared and written by a statement of its own: memory and time grow with the table, and the transaction that holds their locks lasts as long.",
        new(
            "Let the database do it: one statement for all rows.",
            "foreach (var product in await db.Products.Where(p => p.Old).ToListAsync()) product.Hidden = true; await db.SaveChangesAsync();",
            "await db.Products.Where(p => p.Old).ExecuteUpdateAsync(s => s.SetProperty(p => p.Hidden, true));"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no entities that it could write");
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.AtWork.Where(f => !f.Owner.IsGenerated && !f.IsIterator))
            foreach (var change in RowChanges.In(app, function))
            {
                candidates++;
                findings.Add(Of(app, function, change));
            }

        return Examined(candidates, findings.DistinctBy(f => (f.Where.Member, f.Subject, f.Where.Location)));
    }

    private Finding Of(AppModel app, SourceFunction function, RowChange change)
    {
        var severity = app.Reach.IsOnRequest(function) ? Severity.Medium : Lower(Severity.Medium);
        var message = $"{change.Size.Words[..1].ToUpperInvariant()}{change.Size.Words[1..]} is loaded to be {change.What} one by one: one statement would do";
        return At(app, function, change.Call.Position, severity, message) with
        {
            Subject = change.Size.Entity,
            Related = change.Load is { } load ? [Places.Of(app, load.Function, load.Position, "loaded here")] : [],
        };
    }
}
