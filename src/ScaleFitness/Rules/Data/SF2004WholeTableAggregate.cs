using ScaleFitness.Code.Expressions;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2004: a count, sum or the like over a whole table, for each request.</summary>
public sealed class SF2004WholeTableAggregate : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2004",
        "whole-table aggregate per request",
        Severity.Medium,
        "A request counts, sums or averages a whole table.",
        "The database reads every row, or a whole index, for each request: its time grows with the table and the load multiplies it, although the answer hardly changes from one request to the next.",
        new(
            "Keep the figure: maintain a counter, compute it in the background or cache it for a while; for paging ask for one row more than the page instead of the total.",
            "var total = await db.Orders.CountAsync();",
            "var rows = await db.Orders.OrderBy(o => o.Id).Where(o => o.Id > after).Take(size + 1).ToListAsync(); var hasMore = rows.Count > size;"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no tables to aggregate");
        var aggregates = RequestQueries.Of(app).Where(r => r.Query.Operators is [.., var last] && IsAggregate(last)).ToList();
        var causes = RequestQueries.ByCause(aggregates.Where(r => IsWhole(r.Query) && !Lookups.AreInFront(app, r.RunBy ?? r.Site)).Select(r => (r.Query.Operators[^1].Call, r)));
        return Examined(aggregates.Count, causes.Select(c => Tell(app, c.Cause, c.Runs)));
    }

    private Finding Tell(AppModel app, Code.Values.Call cause, IReadOnlyList<Materialisation> runs)
    {
        var tables = RequestQueries.Tables(runs);
        var onRequest = runs.Any(r => app.Reach.IsOnRequest(r.Function));
        return At(app, cause.Function, cause.Position, onRequest ? Severity.Medium : Lower(Severity.Medium), $"{cause.Method.Name} reads every row of {tables} each time it is asked") with
        {
            Subject = tables,
            Projection = onRequest ? ScanTime.Project(app.Context, ((EntityRoot)runs[0].Query.Root).Name) : null,
            Related = RequestQueries.Elsewhere(app, cause, runs),
        };
    }

    private static bool IsAggregate(QueryOperator last) => QueryMethods.IsTranslated(last.Call.Method) && QueryMethods.Aggregates.Contains(last.Name);

    /// <summary>Nothing before it keeps the database from reading every row, it has no condition itself, and no index answers it at once.</summary>
    private static bool IsWhole(Query query) =>
        query.Operators.SkipLast(1).All(o => QueryMethods.IsTranslated(o.Call.Method) && (QueryMethods.KeepingRows.Contains(o.Name) || QueryMethods.Orderings.Contains(o.Name) || o.Name == "Distinct"))
        && !IsConditional(query.Operators[^1]) && !IsIndexEnd(query);

    private static bool IsConditional(QueryOperator count) =>
        count.Name is "Count" or "LongCount" or "CountAsync" or "LongCountAsync" && count.Call.Method.Parameters.Any(p => p.FullName == "System.Linq.Expressions.Expression`1");

    /// <summary>The greatest and least value of a key or of an index's first column is at the index's end.</summary>
    private static bool IsIndexEnd(Query query) =>
        query.Operators[^1] is { Name: "Max" or "Min" or "MaxAsync" or "MinAsync" }
        && (query.Root as EntityRoot)?.Entity is { } entity
        && query.Operators.SelectMany(o => o.Arguments).Select(ExpressionReader.Lambda).OfType<LambdaNode>().LastOrDefault() is { Body: MemberNode { Object: ParameterNode } column }
        && (entity.ForeignKeys.Contains(column.Name) || entity.Indexes.Any(i => i[0] == column.Name));
}
