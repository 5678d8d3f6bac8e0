using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2023: a condition that no ordinary index can serve.</summary>
public sealed class SF2023ConditionWithoutIndex : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2023",
        "condition that no index can serve",
        Severity.Medium,
        "A request searches inside a text, or compares what is computed from a column, on a table that grows.",
        "An index is sorted by the column's own value: to search inside it, or to compare something computed from it, the database reads every row each time.",
        new(
            "Compare the column itself with a range or a prefix, store what is searched in a column of its own, or give the column a full-text or trigram index.",
            "db.Orders.Where(o => o.Created.Date == day)",
            "db.Orders.Where(o => o.Created >= day && o.Created < day.AddDays(1))"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no tables to search");
        var runs = RequestQueries.Of(app).ToList();
        var found = runs
            .SelectMany(r => Unserved(app, r.Query).Select(c => (Run: r, Condition: c)))
            .GroupBy(f => (((EntityRoot)f.Run.Query.Root).Name, f.Condition.Text, Site: f.Run.RunBy ?? f.Run.Site));
        return Examined(runs.Count, found.Select(g => Tell(app, g.First().Run, g.First().Condition)).DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private Finding Tell(AppModel app, Materialisation run, ColumnCondition condition)
    {
        var table = ((EntityRoot)run.Query.Root).Name;
        var severity = app.Reach.IsOnRequest(run.Function) ? Severity.Medium : Lower(Severity.Medium);
        return At(app, run.Function, run.Site.Position, severity, $"No index serves {condition.Text}: every row of {table} is read to answer it") with
        {
            Subject = $"{table}: {condition.Text}",
            Projection = app.Reach.IsOnRequest(run.Function) ? ScanTime.Project(app.Context, table) : null,
        };
    }

    private static IEnumerable<ColumnCondition> Unserved(AppModel app, Query query)
    {
        var entity = ((EntityRoot)query.Root).Entity;
        if (QueryConditions.Of(query) is not { } conditions)
            yield break;
        foreach (var all in conditions.Cases)
        {
            if (all.Any(c => c.Kind == ConditionKind.Other || IsServed(app, entity, c)))
                continue;
            foreach (var condition in all.Where(c => c.Kind is ConditionKind.Search or ConditionKind.Computed && entity?.SearchColumns.Contains(c.Column) != true))
                yield return condition;
        }
    }

    /// <summary>Beside a key, a parent or another column with an index it only looks at the rows found by that.</summary>
    private static bool IsServed(AppModel app, Entity? entity, ColumnCondition condition) =>
        condition.Kind is ConditionKind.Equal or ConditionKind.Range && condition.Column.Length > 0
        && (entity is null ? condition.Column == "Id" : entity.ForeignKeys.Contains(condition.Column) || app.Indexes.StartWith(entity, condition.Column));
}
