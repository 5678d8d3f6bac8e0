using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2009: a SELECT that brings as many rows as the table has.</summary>
public sealed class SF2009SqlWithoutLimit : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2009",
        "SQL without a limit",
        Severity.High,
        "A SELECT written as text runs on a request with no limit, no aggregate and no key: its rows grow with the table.",
        "Rows, memory and time per request grow with the table; at ten times the data the statement that took 50 ms takes half a second, and the connection it holds is missing elsewhere.",
        new(
            "Bound the statement: page it by a key, select by a key, or let the database aggregate.",
            """connection.QueryAsync<Order>("SELECT id, total FROM orders WHERE status = @status", new { status })""",
            """connection.QueryAsync<Order>("SELECT id, total FROM orders WHERE status = @status AND id > @after ORDER BY id LIMIT @size", new { status, after, size = Math.Min(size, 100) })"""));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (app.Sql.All.Count == 0)
            return NotApplicable("no code of the app hands SQL to a database");
        var kept = app.Sql.All
            .Where(u => u.Rows == SqlRows.Many)
            .Select(u => Judge(app, u.Site, u.Run, u.Texts, null));
        var composed = app.Sql.All.Any(u => u.Rows == SqlRows.Composed)
            ? app.Reach.AtWork.Where(f => !f.Owner.IsGenerated).SelectMany(f => Composed(app, f))
            : [];
        return Examined(app.Sql.All.Count, kept.Concat(composed).OfType<Finding>().DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    /// <summary>Queries of LINQ over SQL: what is composed on top of it may bound or filter it.</summary>
    private IEnumerable<Finding?> Composed(AppModel app, SourceFunction function) =>
        from materialisation in app.Materialisations.In(function)
        where materialisation.Query.Root is SqlRoot
        let root = ((SqlRoot)materialisation.Query.Root).Call
        from use in app.Sql.All.Where(u => u.Run == root && (u.Site == root || u.Site.Function == function))
        select Judge(app, use.Site == use.Run ? materialisation.Site : use.Site, root, use.Texts, app.Extents.Of(materialisation.Query));

    private Finding? Judge(AppModel app, Call site, Call run, IReadOnlyList<IReadOnlyList<SqlStatement>> texts, Extent? filter)
    {
        var onRequest = app.Reach.IsOnRequest(site.Function);
        if (!onRequest && !app.Reach.IsInBackground(site.Function))
            return null;
        var extents = texts.SelectMany(t => t).Select(s => (Statement: s, Extent: Narrowed(app.SqlExtents.Of(s), filter))).ToList();
        var worst = extents.Where(e => e.Extent is not (Extent.Bounded or Extent.Unknown)).OrderByDescending(e => e.Extent).FirstOrDefault();
        if (worst.Statement is null)
            return null;
        var severity = worst.Extent switch
        {
            Extent.Whole => Severity.Blocker,
            Extent.Broad => Severity.High,
            Extent.DistinctColumn => Severity.Medium,
            _ => Severity.Low,
        };
        var table = TableOf(app, worst.Statement.Selects);
        return At(app, site.Function, site.Position, onRequest ? severity : Lower(severity), Message(table, worst.Extent), extents.Any(e => e.Extent == Extent.Unknown) ? Confidence.Low : Confidence.High) with
        {
            Subject = table,
            Projection = worst.Extent is Extent.Whole or Extent.Broad ? RowsPerRequest.Project(app.Context, table, worst.Extent == Extent.Broad) : null,
            Related = run != site && run.Function != site.Function ? [Places.Of(app, run.Function, run.Position, "the statement is run here")] : [],
        };
    }

    private static Extent Narrowed(Extent sql, Extent? filter) =>
        filter is null or Extent.Whole || sql is Extent.Bounded or Extent.Unknown ? sql : filter == Extent.Unknown ? Extent.Unknown : (Extent)Math.Min((int)sql, (int)filter.Value);

    /// <summary>The widest SELECT's first table that is not small.</summary>
    private static string TableOf(AppModel app, IReadOnlyList<SqlSelect> selects)
    {
        var widest = selects.OrderByDescending(app.SqlExtents.Of).First();
        while (widest.Tables.Count == 0 && widest.Sources.Count > 0)
            widest = widest.Sources.OrderByDescending(app.SqlExtents.Of).First();
        var table = widest.Tables.FirstOrDefault(t => !app.SqlExtents.IsSmall(t));
        return table is null ? "a table" : app.SqlExtents.NameOf(table);
    }

    private static string Message(string table, Extent extent) => extent switch
    {
        Extent.Whole => $"The SQL loads every row of {table}: it has neither a limit nor a filter",
        Extent.Broad => $"The SQL on {table} has no limit and is filtered by something broad only: its rows grow with the table",
        Extent.DistinctColumn => $"The SQL loads every distinct value of a column of {table}",
        _ => $"The SQL loads all {table} rows of one parent: they grow with the busiest parent",
    };
}
