using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Rows;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2022: rows are loaded with all their columns, and one or two are used.</summary>
public sealed class SF2022WholeRows : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2022",
        "whole rows for a few columns",
        Severity.Low,
        "A read loads entities, or selects *, and uses one or two of their columns.",
        "The database reads, sends and the app allocates every column of every row, and no index can answer the query by itself.",
        new(
            "Select the columns that are used; an index that holds them answers without touching the table.",
            "var customer = await db.Customers.FirstAsync(c => c.Id == id); return customer.Email;",
            "return await db.Customers.Where(c => c.Id == id).Select(c => c.Email).FirstAsync();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Entities.All.Any() && app.Sql.All.Count == 0)
            return NotApplicable("the app neither uses EF Core nor hands SQL to a database");
        var loads = app.Reach.AtWork.Where(f => !f.Owner.IsGenerated).SelectMany(app.QueryRuns.In)
            .GroupBy(r => r.Site)
            .Where(g => g.All(r => IsRead(app, r)) && g.Select(r => ((EntityRoot)r.Query.Root).Entity).Distinct().Count() == 1)
            .ToList();
        var stars = StarSelects.Of(app).ToList();
        return Examined(loads.Count + stars.Count, loads.Select(g => Judge(app, g.Key, ((EntityRoot)g.First().Query.Root).Entity!)).Concat(stars.Select(s => Judge(app, s))).OfType<Finding>());
    }

    /// <summary>Entities of one table as they are, on a path that changes none: saving may want rows for what EF Core remembers of them.</summary>
    private static bool IsRead(AppModel app, Materialisation run) =>
        run is { RunBy: null, Query.Root: EntityRoot { Entity: { } entity } root } && app.Entities.Of(entity.Type.Reference) is not null
        && !app.SmallTables.Contains(root) && WholeRows.Are(run.Query)
        && (app.Entities.IsUntracked || WholeRows.AreUntracked(run.Query) || NeverSaves(app, run.Function));

    private static bool NeverSaves(AppModel app, SourceFunction function) =>
        app.EndpointWorks.Running(function) is { Count: > 0 } endpoints && endpoints.All(e => !e.Saves) && !app.Reach.IsInBackground(function);

    private Finding? Judge(AppModel app, Call load, Entity entity)
    {
        if (app.LoadedRows.Of(load, entity) is not { Escape: null, Reads.Count: > 0 and <= LoadedRows.FewColumns } use)
            return null;
        var columns = RowWidth.Columns(entity, app.Code.Program);
        return RowWidth.IsWide(columns, use.Reads.Keys)
            ? Tell(app, load, entity.Name, $"All {columns.Count} columns of {entity.Name} are loaded, and only {Names(use)} used", use)
            : null;
    }

    private Finding? Judge(AppModel app, StarSelect star) => star.Use switch
    {
        null => Tell(app, star.Site, star.Table, $"SELECT * on {star.Table} brings every column, and only {star.Kept} kept", null),
        { Escape: null, Reads.Count: > 0 and <= LoadedRows.FewColumns } use => Tell(app, star.Site, star.Table, $"SELECT * on {star.Table} brings every column, and only {Names(use)} used", use),
        _ => null,
    };

    private Finding Tell(AppModel app, Call load, string subject, string message, ColumnUse? use) =>
        At(app, load.Function, load.Position, app.Reach.IsOnRequest(load.Function) ? Severity.Low : Lower(Severity.Low), message) with
        {
            Subject = subject,
            Related = use is null ? [] : [.. use.Reads.Where(r => r.Value.Function.Owner != load.Function.Owner).Select(r => Places.Of(app, r.Value.Function, r.Value.Position, $"{r.Key} is read here")).Distinct()],
        };

    private static string Names(ColumnUse use) => string.Join(" and ", use.Reads.Keys) + (use.Reads.Count == 1 ? " is" : " are");
}
