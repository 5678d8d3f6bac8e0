using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2005: rows are filtered, ordered or counted in memory that the database should not have sent.</summary>
public sealed class SF2005FilteringAfterLoading : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2005",
        "filtering after loading",
        Severity.High,
        "A query without a bound is loaded, and only then filtered, ordered, paged or counted in memory.",
        "The database sends every row to throw most of them away: rows, memory and time per request grow with the table, and no index helps.",
        new(
            "Filter, order, page and count in the query: before ToList or AsEnumerable. What the provider cannot translate belongs into a column.",
            "var open = (await db.Orders.ToListAsync()).Where(o => o.Status == Status.Open).Take(20);",
            "var open = await db.Orders.Where(o => o.Status == Status.Open).OrderBy(o => o.Id).Take(20).ToListAsync();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no tables to load");
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.AtWork.Where(f => !f.Owner.IsGenerated))
            foreach (var load in app.MemoryFilters.In(function).GroupBy(f => f.Load.Order).OrderBy(g => g.Key))
            {
                candidates++;
                var unbounded = load.Where(f => !app.SmallTables.Contains((EntityRoot)f.Query.Root) && app.Extents.Of(f.Query) is Extent.Whole or Extent.Broad).ToList();
                if (unbounded.Count > 0)
                    findings.Add(Tell(app, function, unbounded));
            }

        return Examined(candidates, findings);
    }

    private Finding Tell(AppModel app, SourceFunction function, IReadOnlyList<MemoryFilter> filters)
    {
        var first = filters.OrderBy(f => f.Filter.Order).First();
        var isWhole = filters.Any(f => app.Extents.Of(f.Query) == Extent.Whole);
        var entity = ((EntityRoot)first.Query.Root).Name;
        var severity = app.Reach.IsOnRequest(function) ? Severity.High : Lower(Severity.High);
        return At(app, function, first.Filter.Position, severity, $"{(isWhole ? "Every row" : "A large part")} of {entity} is loaded with {first.Load.Method.Name}, and {first.Filter.Method.Name} then runs in memory") with
        {
            Subject = entity,
            Projection = RowsPerRequest.Project(app.Context, entity, isFiltered: !isWhole, !app.Reach.IsOnRequest(function)),
            Related = first.Load.Position == first.Filter.Position ? [] : [Places.Of(app, function, first.Load.Position, "the rows are loaded here")],
        };
    }
}
