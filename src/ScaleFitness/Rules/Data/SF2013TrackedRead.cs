using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2013: entities are watched for changes that a read never makes.</summary>
public sealed class SF2013TrackedRead : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2013",
        "tracked read",
        Severity.Low,
        "A GET endpoint loads entities with change tracking and never saves.",
        "For each row the context keeps a snapshot and an entry: about twice the memory and a third more time per request, for nothing.",
        new(
            "Read without tracking, or load a projection; a context that mostly reads can have that as its default.",
            "db.Orders.Where(o => o.CustomerId == id).Take(50).ToListAsync()",
            "db.Orders.AsNoTracking().Where(o => o.CustomerId == id).Take(50).ToListAsync()"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Entities.All.Any())
            return NotApplicable("the app does not use EF Core");
        if (app.Entities.IsUntracked)
            return NotApplicable("the app reads without tracking by default");
        var runs = RequestQueries.Of(app).Where(r => app.Entities.Of(((EntityRoot)r.Query.Root).Type) is { IsUntracked: false, IsKeyless: false } && LoadsEntities(r)).ToList();
        // One initialiser may fetch several texts of one thing: one statement, one finding.
        var found = runs.Where(r => IsReadOnly(app, r)).GroupBy(r => r.RunBy ?? r.Site).Select(g => Tell(app, g.Key, g.First()));
        return Examined(runs.Count, found.DistinctBy(f => (f.Where.Member, f.Where.Location, f.Subject)));
    }

    private Finding Tell(AppModel app, Call site, Materialisation run)
    {
        var entity = ((EntityRoot)run.Query.Root).Name;
        return At(app, site.Function, site.Position, Severity.Low, $"{entity} is loaded with change tracking, and no endpoint that runs this saves") with { Subject = entity };
    }

    private static bool LoadsEntities(Materialisation run) =>
        run.Site.Method.Name is not ("Find" or "FindAsync")
        && run.Query.Operators.All(o => QueryMethods.IsTranslated(o.Call.Method) || o.Call.Method.DeclaringType.FullName == QueryMethods.Enumerable)
        && !run.Query.Operators.Any(o => o.Name is "AsNoTracking" or "AsNoTrackingWithIdentityResolution" or "AsTracking" or "Select" or "SelectMany" or "GroupBy" or "Join" or "GroupJoin" or "Any" or "AnyAsync" or "All" or "AllAsync" or "Contains" or "ContainsAsync"
            || QueryMethods.Aggregates.Contains(o.Name) || o.Name.StartsWith("Execute", StringComparison.Ordinal));

    /// <summary>The context was told so before, for this once.</summary>
    private static bool IsSwitchedOff(AppModel app, Call site) =>
        app.BodyOf(site.Function).Calls.Any(c => c.Order < site.Order && c.Method.Name == "set_QueryTrackingBehavior" && ValueWalk.Constant(c.Arguments[^1]) is 1 or 2);

    private static bool IsReadOnly(AppModel app, Materialisation run)
    {
        var endpoints = app.EndpointWorks.Running((run.RunBy ?? run.Site).Function);
        return endpoints.Count > 0 && endpoints.All(e => e is { IsRead: true, Saves: false }) && !app.Reach.IsInBackground(run.Function) && !IsSwitchedOff(app, run.RunBy ?? run.Site);
    }
}
