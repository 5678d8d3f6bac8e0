using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2012: rows are looked up by a column that no index starts with.</summary>
public sealed class SF2012FilterWithoutIndex : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2012",
        "filter with no index",
        Severity.High,
        "A request looks rows up by columns that no key or index of the model starts with.",
        "The database reads the whole table to find a few rows: each request costs as much as the table has rows, and a page of results costs no less.",
        new(
            "Declare an index on what is looked up by, the most selective column first, and migrate.",
            "builder.Property(o => o.Number);",
            "builder.HasIndex(o => o.Number);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Entities.All.Any())
            return NotApplicable("the app does not use EF Core");
        if (!app.Indexes.IsKnown)
            return NotApplicable("code does not show the indexes");
        var runs = UnindexedLookups.Candidates(app);
        var found = UnindexedLookups.Of(app, runs).GroupBy(f => (Table: f.Entity.Name, Columns: string.Join(", ", f.Columns)));
        return Examined(runs.Count, found.Select(g => Tell(app, g.Key.Table, g.Key.Columns, [.. g.Select(f => f.Run)])));
    }

    private Finding Tell(AppModel app, string table, string columns, IReadOnlyList<Materialisation> runs)
    {
        var first = runs.FirstOrDefault(r => app.Reach.IsOnRequest(r.Function)) ?? runs[0];
        var severity = app.Reach.IsOnRequest(first.Function) ? Severity.High : Lower(Severity.High);
        return At(app, first.Function, first.Site.Position, severity, $"{table} is looked up by {columns}, which no index of the model starts with: every row is read") with
        {
            Subject = $"{table}: {columns}",
            Projection = app.Reach.IsOnRequest(first.Function) ? ScanTime.Project(app.Context, table) : null,
            Related = [.. runs.Where(r => r != first).Select(r => Places.Of(app, r.Function, r.Site.Position, "looked up likewise")).Distinct()],
        };
    }
}
