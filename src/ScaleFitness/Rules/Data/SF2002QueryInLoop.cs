using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2002: a query for each element of a sequence.</summary>
public sealed class SF2002QueryInLoop : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2002",
        "query in a loop (N+1)",
        Severity.High,
        "A database is asked once for each element of a sequence, where one query could bring everything.",
        "Each round waits for the network: a hundred elements are a hundred round trips on one connection, and a list ten times as long holds that connection ten times as long.",
        new(
            "Ask once for all: load by a list of keys, join or Include in the query, and look up in memory.",
            "foreach (var order in orders) order.Customer = await db.Customers.FindAsync(order.CustomerId);",
            "var ids = orders.Select(o => o.CustomerId).Distinct().ToList(); var customers = await db.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var loops = LoopGroups.Judge(app, r => Read(r) is { } site && !IsPipelined(app, r, site) && !app.Repeated.HasOwnContext(r, site) ? site : null, (r, site) => Judge(app, r, site));
        return Examined(loops.Count, loops.OfType<Finding>().Concat(LazyLoading.In(app).Select(l => OfNavigation(app, l))));
    }

    private Finding? Judge(AppModel app, RepeatedCall repeated, EffectSite site)
    {
        var onRequest = app.Reach.IsOnRequest(repeated.Call.Function);
        // A page has so many elements today and tomorrow; in the background it is how a backlog is worked off.
        var isPage = repeated.Size.Kind == SizeKind.Bound;
        if (isPage && !onRequest)
            return null;
        var severity = isPage ? Severity.Medium : onRequest ? Severity.High : Lower(Severity.High);
        var confidence = (Lookups.AreInFront(app, repeated, site), repeated.Size.Kind == SizeKind.Unknown) switch
        {
            // A cache of its own outlives the loop: most rounds ask nobody.
            _ when app.Repeated.IsOnMiss(repeated, site) => Confidence.Low,
            (true, true) => Confidence.Low,
            (false, false) => Confidence.High,
            _ => Confidence.Medium,
        };
        var message = $"{LoopGroups.Name(repeated)}{LoopGroups.Does(repeated, site)} asks the database once for {repeated.Size.Words}";
        return At(app, repeated.Call.Function, repeated.Call.Position, severity, message, confidence) with
        {
            Subject = LoopGroups.Name(repeated),
            Projection = isPage ? null : QueriesPerRequest.Project(app.Context, repeated.Size.Entity),
        };
    }

    private Finding OfNavigation(AppModel app, LazyNavigation lazy)
    {
        var severity = lazy.Size.Kind == SizeKind.Bound ? Severity.Medium : Severity.High;
        var message = $"{lazy.Entity}.{lazy.Name} is loaded lazily, by a query of its own for {lazy.Size.Words}";
        return At(app, lazy.Read.Function, lazy.Read.Position, app.Reach.IsOnRequest(lazy.Read.Function) ? severity : Lower(severity), message) with
        {
            Subject = $"{lazy.Entity}.{lazy.Name}",
            Projection = QueriesPerRequest.Project(app.Context, lazy.Size.Entity),
            SpecificFix = new($"Load it with the rows: Include(x => x.{lazy.Name}), or project what is needed.", $"foreach (var x in rows) Use(x.{lazy.Name});", $"rows = await query.Include(x => x.{lazy.Name}).ToListAsync();"),
        };
    }

    /// <summary>A query that the call runs; the rows of a reader that is open already are no query.</summary>
    private static EffectSite? Read(RepeatedCall repeated) =>
        repeated.Effects.FirstOrDefault(e => e.Effect.Kind == EffectKind.Database ? !e.Effect.IsWrite && !(e.Call == repeated.Call && IsConnection(e.Call.Method.Name)) : IsRedis(e));

    /// <summary>Redis sends what is not waited for one by one over one connection: one round trip.</summary>
    private static bool IsPipelined(AppModel app, RepeatedCall repeated, EffectSite site) =>
        site.Effect.Kind == EffectKind.Cache && app.Repeated.PaceOf(repeated) == LoopPace.AtOnce;

    private static bool IsConnection(string method) =>
        method is "Read" or "ReadAsync" or "ReadNextAsync" or "NextResult" or "NextResultAsync" or "Open" or "OpenAsync" or "CanConnect" or "CanConnectAsync";

    private static bool IsRedis(EffectSite site) =>
        site.Effect is { Kind: EffectKind.Cache, IsWrite: false } && site.Call.Method.DeclaringType.Namespace == "StackExchange.Redis" && site.Call.Receiver?.Type?.Name is not ("IBatch" or "ITransaction");
}
