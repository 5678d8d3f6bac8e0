using ScaleFitness.Code.Metadata;
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
        var runs = RequestQueries.Of(app).Where(r => app.Indexes.Knows((EntityRoot)r.Query.Root)).ToList();
        var found = runs
            .Select(r => (Run: r, Columns: Unserved(app, r.Query)))
            .Where(f => f.Columns.Count > 0)
            .GroupBy(f => (((EntityRoot)f.Run.Query.Root).Name, f.Run.Site))
            .SelectMany(g => g.Where(f => !g.Any(o => IsWithin(o.Columns, f.Columns))))
            .GroupBy(f => (Table: ((EntityRoot)f.Run.Query.Root).Name, Columns: string.Join(", ", f.Columns)));
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

    /// <summary>Of conditions that one statement adds or not, the index that serves fewer of them serves more of them too.</summary>
    private static bool IsWithin(IReadOnlyList<string> fewer, IReadOnlyList<string> more) => fewer.Count < more.Count && fewer.All(more.Contains);

    /// <summary>The columns of the worst case, in the order of the conditions; empty where each case has an index, or nothing selective in it.</summary>
    private static IReadOnlyList<string> Unserved(AppModel app, Query query)
    {
        var entity = ((EntityRoot)query.Root).Entity!;
        if (QueryConditions.Of(query) is not { } conditions)
            return [];
        foreach (var all in conditions.Cases.Where(c => c.Count > 0))
        {
            if (all.Any(c => c.Kind == ConditionKind.Other || (c.Kind is ConditionKind.Equal or ConditionKind.Range && c.Column.Length > 0 && app.Indexes.StartWith(entity, c.Column))))
                continue;
            var selective = all.Where(c => c.Kind is ConditionKind.Equal or ConditionKind.Range && IsSelective(app, entity, c)).Select(c => c.Column).Distinct().ToList();
            if (selective.Count > 0)
                return selective;
        }

        return conditions.Cases.All(c => c.Count == 0) && conditions.Orderings is [{ Length: > 0 } order, ..] && app.Extents.Of(query) == Extent.Bounded
            && entity.Columns.Any(c => c.Name == order) && !app.Indexes.StartWith(entity, order) ? [order] : [];
    }

    /// <summary>Flags, enums and texts that the program names have few values: an index on them finds half of the table.</summary>
    private static bool IsSelective(AppModel app, Entity entity, ColumnCondition condition)
    {
        if (entity.Columns.FirstOrDefault(c => c.Name == condition.Column) is not { } column)
            return false;
        var type = column.Type.FullName == "System.Nullable`1" ? column.Type.SoleArgument! : column.Type;
        return !type.Is("System.Boolean") && !(app.Code.Program.Find(type) is { } definition && definition.Traits.HasFlag(TypeTraits.Enum))
            && !(condition is { IsConstant: true, Kind: ConditionKind.Equal });
    }
}
