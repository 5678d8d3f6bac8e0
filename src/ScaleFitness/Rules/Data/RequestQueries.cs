using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>The queries that requests and background work run, each with its table and where its cause stands.</summary>
internal static class RequestQueries
{
    /// <summary>Queries over tables that are not small, run for rows, a row or a figure; told once, by whoever knows the table.</summary>
    public static IEnumerable<Materialisation> Of(AppModel app) =>
        from function in app.Reach.AtWork
        where !function.Owner.IsGenerated
        from run in app.QueryRuns.In(function).Concat(ReturnedQueries.From(app, function).Where(r => !r.Query.Operators.Any(o => QueryMethods.IsTerminal(o.Call.Method))))
        where run.Query.Root is EntityRoot root && !app.SmallTables.Contains(root) && !MaterialisationReader.DependsOnCaller(run)
        select run;

    /// <summary>Queries by the operator that is at fault: one finding at the operator, whoever composed the rest.</summary>
    public static IEnumerable<(Call Cause, IReadOnlyList<Materialisation> Runs)> ByCause(IEnumerable<(Call Cause, Materialisation Run)> found) =>
        found.GroupBy(f => f.Cause, f => f.Run).Select(g => (g.Key, (IReadOnlyList<Materialisation>)[.. g]));

    /// <summary>The names of the tables that runs are about, ordered.</summary>
    public static string Tables(IEnumerable<Materialisation> runs) =>
        string.Join(", ", runs.Select(r => ((EntityRoot)r.Query.Root).Name).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Where the query is composed and run, other than at its cause.</summary>
    public static IReadOnlyList<Place> Elsewhere(AppModel app, Call cause, IEnumerable<Materialisation> runs) =>
    [
        .. runs.Where(r => r.Function.Owner != cause.Function.Owner)
            .Select(r => Places.Of(app, r.Function, r.Site.Position, "the query is run from here"))
            .Distinct()
            .OrderBy(p => p.Member, StringComparer.Ordinal).ThenBy(p => p.Location?.Line),
    ];
}
