using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2008: pages by offset, as deep as the client likes.</summary>
public sealed class SF2008DeepOffsetPaging : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2008",
        "deep offset paging",
        Severity.Low,
        "A request skips as many rows as the client says on a table that grows.",
        "The database reads and throws away every row before the page: page 10,000 costs ten thousand pages. Crawlers go there, people do not.",
        new(
            "Page by key: ask for what comes after the last row of the page before. Or limit how deep a page may be.",
            "db.Orders.OrderBy(o => o.Id).Skip((page - 1) * size).Take(size)",
            "db.Orders.OrderBy(o => o.Id).Where(o => o.Id > after).Take(size)"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no tables to page");
        var skips = RequestQueries.Of(app)
            .SelectMany(r => r.Query.Operators.Select((o, i) => (Run: r, Skip: o, Before: r.Query.Operators.Take(i))))
            .Where(s => s.Skip.Name == "Skip" && QueryMethods.IsTranslated(s.Skip.Call.Method))
            .ToList();
        var deep = skips.Where(s => app.Extents.Of(new(s.Run.Query.Root, [.. s.Before])) is Extent.Whole or Extent.Broad && app.RequestValues.Unlimited(s.Skip.Arguments[^1]).Count > 0);
        return Examined(skips.Count, RequestQueries.ByCause(deep.Select(s => (s.Skip.Call, s.Run))).Select(c => Tell(app, c.Cause, c.Runs)));
    }

    private Finding Tell(AppModel app, Code.Values.Call skip, IReadOnlyList<Materialisation> runs)
    {
        var tables = RequestQueries.Tables(runs);
        return At(app, skip.Function, skip.Position, Severity.Low, $"How many rows of {tables} are read and skipped is the client's choice") with
        {
            Subject = tables,
            Projection = OffsetRows.Project(app.Context, ((EntityRoot)runs[0].Query.Root).Name),
            Related = RequestQueries.Elsewhere(app, skip, runs),
        };
    }
}
