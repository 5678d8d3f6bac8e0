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
        // One statement, whatever it searches in; one cause for those that run the same query after each other.
        var found = runs
            .GroupBy(r => (((EntityRoot)r.Query.Root).Name, Site: r.RunBy ?? r.Site))
            .Select(g => (Run: g.First(), Texts: Texts(app, g)))
            .Where(f => f.Texts.Length > 0)
            .GroupBy(f => (((EntityRoot)f.Run.Query.Root).Name, f.Run.Function, f.Texts));
        return Examined(runs.Count, found.Select(g => Tell(app, [.. g.Select(f => f.Run)], g.Key.Texts)).DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private static string Texts(AppModel app, IEnumerable<Materialisation> runs) =>
        string.Join(", ", runs.SelectMany(r => Unserved(app, r.Query)).Select(c => c.Text).Distinct().Order(StringComparer.Ordinal));

    private Finding Tell(AppModel app, IReadOnlyList<Materialisation> runs, string texts)
    {
        var run = runs[0];
        var table = ((EntityRoot)run.Query.Root).Name;
        var severity = app.Reach.IsOnRequest(run.Function) ? Severity.Medium : Lower(Severity.Medium);
        var place = Places.Of(app, run.Function, run.Site.Position);
        return At(app, run.Function, run.Site.Position, severity, $"No index serves {texts}: every row of {table} is read to answer it") with
        {
            Subject = $"{table}: {texts}",
            Projection = app.Reach.IsOnRequest(run.Function) ? ScanTime.Project(app.Context, table) : null,
            Related = [.. runs.Skip(1).Select(r => Places.Of(app, r.Function, r.Site.Position, "searched likewise")).Where(p => p.Location != place.Location).Distinct()],
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
