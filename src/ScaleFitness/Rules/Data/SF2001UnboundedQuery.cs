using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2001: a query that loads as many rows as the table has.</summary>
public sealed class SF2001UnboundedQuery : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2001",
        "unbounded query",
        Severity.Blocker,
        "A query on a request loads rows without any bound: its work grows with the table.",
        "Rows, memory and time per request grow with the table; at ten times the data a page that took 50 ms takes half a second and a tenth of the load fills the memory.",
        new(
            "Bound the query: page it, filter it by a key, or aggregate it in the database.",
            "return await db.Orders.ToListAsync();",
            "return await db.Orders.OrderBy(o => o.Id).Where(o => o.Id > after).Take(Math.Min(size, 100)).ToListAsync();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no entities that a query could load");
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.AtWork.Where(f => !f.Owner.IsGenerated))
        {
            var places = app.Materialisations.In(function)
                .Where(m => !MaterialisationReader.DependsOnCaller(m) || app.Reach.EntryAt(function) is not null)
                .Concat(ReturnedQueries.From(app, function))
                .GroupBy(m => (m.Site?.Order ?? -1, m.Site?.Position));
            foreach (var place in places)
            {
                candidates++;
                if (Judge(app, function, place.First().Site, [.. place]) is { } finding)
                    findings.Add(finding);
            }
        }

        return Examined(candidates, findings.DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    /// <summary>The worst of the ways in which the query may be composed.</summary>
    private Finding? Judge(AppModel app, SourceFunction function, Call? site, IReadOnlyList<Materialisation> ways)
    {
        var judged = ways
            .Where(w => w.Query.Root is EntityRoot root && !app.SmallTables.Contains(root))
            .Select(w => (w.Query, Extent: app.Extents.Of(w.Query), w.RunBy))
            .ToList();
        var worst = judged.Where(j => j.Extent is not (Extent.Bounded or Extent.Unknown)).OrderByDescending(j => j.Extent).ThenBy(j => j.Query.Operators.Count).FirstOrDefault();
        if (worst.Query is null)
            return null;
        var severity = worst.Extent switch
        {
            Extent.Whole => Severity.Blocker,
            Extent.Broad => Severity.High,
            Extent.DistinctColumn => Severity.Medium,
            _ => Severity.Low,
        };
        var root = (EntityRoot)worst.Query.Root;
        var confidence = judged.Any(j => j.Extent == Extent.Unknown) ? Confidence.Low : Confidence.High;
        var finding = At(app, function, site?.Position, app.Reach.IsOnRequest(function) ? severity : Lower(severity), Message(root, worst.Extent, ways.Count > 1 && judged.Any(j => j.Extent == Extent.Bounded)), confidence);
        return finding with
        {
            Subject = root.Name,
            Projection = worst.Extent is Extent.Whole or Extent.Broad ? RowsPerRequest.Project(app.Context, root.Name, worst.Extent == Extent.Broad, !app.Reach.IsOnRequest(function)) : null,
            Related = worst.RunBy is { } run ? [Places.Of(app, run.Function, run.Position, "the query is run here")] : [],
        };
    }

    private static string Message(EntityRoot root, Extent extent, bool boundedElsewhere)
    {
        var what = extent switch
        {
            Extent.Whole => $"Every row of {root.Name} is loaded: nothing in the query bounds it",
            Extent.Broad => $"The query on {root.Name} is filtered by something broad only: its rows grow with the table",
            Extent.DistinctColumn => $"Every distinct value of a column of {root.Name} is loaded",
            _ => $"All {root.Name} rows of one parent are loaded: they grow with the busiest parent",
        };
        return boundedElsewhere ? what + "; another branch bounds it, this one does not" : what;
    }
}
