using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2021: pages of rows whose order nobody has said.</summary>
public sealed class SF2021PagingWithoutOrder : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2021",
        "paging without a stable order",
        Severity.Medium,
        "Rows are paged with Skip, and no OrderBy says in which order.",
        "The database returns rows in whatever order its plan has: as the table grows or is written to, pages overlap and rows are missing, and a job that works page by page skips some.",
        new(
            "Order by something unique before Skip: a key, or a column and then the key.",
            "db.Orders.Skip(page * 50).Take(50)",
            "db.Orders.OrderBy(o => o.Created).ThenBy(o => o.Id).Skip(page * 50).Take(50)"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no tables to page");
        var pages = RequestQueries.Of(app)
            .SelectMany(r => r.Query.Operators.Select((o, i) => (Run: r, Skip: o, Before: BeforeOf(r.Query, i))))
            .Where(p => p.Skip.Name == "Skip" && QueryMethods.IsTranslated(p.Skip.Call.Method))
            .ToList();
        var causes = RequestQueries.ByCause(pages.Where(p => !IsOrdered(p.Before) && !IsOneRow(app, p.Run.Query.Root, p.Before)).Select(p => (p.Skip.Call, p.Run)));
        return Examined(pages.Count, causes.Select(c => Tell(app, c.Cause, c.Runs)));
    }

    private Finding Tell(AppModel app, Code.Values.Call skip, IReadOnlyList<Materialisation> runs)
    {
        var tables = RequestQueries.Tables(runs);
        var onRequest = runs.Any(r => app.Reach.IsOnRequest(r.Function));
        return At(app, skip.Function, skip.Position, onRequest ? Severity.Medium : Lower(Severity.Medium), $"{tables} is paged in no order: pages overlap, and rows are missing from all of them") with
        {
            Subject = tables,
            Related = RequestQueries.Elsewhere(app, skip, runs),
        };
    }

    /// <summary>What a specification composes is put in the right order by its library.</summary>
    private static IReadOnlyList<QueryOperator> BeforeOf(Query query, int skip) =>
        Specifications.IsOperator(query.Operators[skip].Call.Method) ? query.Operators : [.. query.Operators.Take(skip)];

    /// <summary>An operator that is not LINQ's own may order as well; one that says so by its name does.</summary>
    private static bool IsOrdered(IEnumerable<QueryOperator> before) =>
        before.Any(o => QueryMethods.Orderings.Contains(o.Name) || o.Name.Contains("Order", StringComparison.Ordinal) || o.Name.Contains("Sort", StringComparison.Ordinal)
            || !QueryMethods.IsQueryOperator(o.Call.Method) || !QueryMethods.IsTranslated(o.Call.Method));

    private static bool IsOneRow(AppModel app, QueryRoot root, IReadOnlyList<QueryOperator> before) => app.Extents.Of(new(root, before)) == Extent.Bounded;
}
