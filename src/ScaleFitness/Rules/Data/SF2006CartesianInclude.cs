using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2006: several collections of one entity are joined in one statement.</summary>
public sealed class SF2006CartesianInclude : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2006",
        "Cartesian include",
        Severity.Medium,
        "Two or more collections of an entity are included at one level of a single query.",
        "The database joins each row of one collection with each of the other: 50 lines and 20 payments are 1,000 rows, all columns of the parent in every one. It multiplies as parents get busier.",
        new(
            "Split the query, or load what the answer needs by a projection.",
            "db.Orders.Include(o => o.Lines).Include(o => o.Payments)",
            "db.Orders.Include(o => o.Lines).Include(o => o.Payments).AsSplitQuery()"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Entities.All.Any())
            return NotApplicable("the app does not use EF Core");
        if (app.Entities.SplitsQueries)
            return NotApplicable("the app splits its queries by default");
        var runs = RequestQueries.Of(app).Where(r => (r.Query.Root as EntityRoot)?.Entity is not { IsSplit: true } && (r.Query.Operators.Any(o => o.Name is "Include" or "ThenInclude") || (r.Query.Root as EntityRoot)?.Entity is { AutoIncluded.Count: > 1 })).ToList();
        var found = runs.Select(r => (Run: r, Siblings: app.Includes.Siblings(r.Query), Cause: r.Query.Operators.LastOrDefault(o => o.Name is "Include" or "ThenInclude")?.Call ?? r.Site))
            .Where(f => f.Siblings.Count > 1)
            .GroupBy(f => f.Cause);
        return Examined(runs.Count, found.Select(g => Tell(app, g.Key, [.. g.Select(f => f.Run)], g.First().Siblings)));
    }

    private Finding Tell(AppModel app, Call cause, IReadOnlyList<Materialisation> runs, IReadOnlyList<string> siblings)
    {
        var tables = RequestQueries.Tables(runs);
        var onRequest = runs.Any(r => app.Reach.IsOnRequest(r.Function));
        var names = string.Join(" and ", siblings);
        return At(app, cause.Function, cause.Position, onRequest ? Severity.Medium : Lower(Severity.Medium), $"{names} of {tables} are joined in one statement: each row of one comes with each of the other") with
        {
            Subject = $"{tables}: {string.Join(", ", siblings)}",
            Projection = JoinedRows.Project(siblings.Count),
            Related = RequestQueries.Elsewhere(app, cause, runs),
        };
    }
}
