using ScaleFitness.Code.Metadata;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Connections;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2014: the pool of connections is switched off, too small, split up, or drained.</summary>
public sealed class SF2014ConnectionNotPooled : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2014",
        "connection not pooled",
        Severity.Blocker,
        "Connections to the database are not pooled, the pool is too small for the load, or connections are not given back to it.",
        "Opening a connection takes a handshake and a process or thread of the server, which allows some hundreds in all: without a pool, with a pool for each user, or with connections that are never given back, the server refuses new ones, for all instances at once.",
        new(
            "Leave pooling on, use one connection string for everybody, and dispose every connection where it is opened.",
            """
            var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(token);
            return await connection.QueryAsync<Order>(sql);
            """,
            """
            await using var connection = await dataSource.OpenConnectionAsync(token);
            return await connection.QueryAsync<Order>(sql);
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        var held = new HeldConnections(app).All.ToList();
        var use = app.DatabaseUse;
        if (app.Databases.All.Count == 0 && use.Leaks.Count == 0 && held.Count == 0)
            return NotApplicable("no code of the app opens a connection to a database");
        var findings = use.Pools.Select(p => OfPool(app, p))
            .Concat(use.Leaks.Select(l => OfLeak(app, l)))
            .Concat(use.Varying.Select(v => OfVarying(app, v)))
            .Concat(held.Select(h => OfHeld(app, h.Field, h.Why)));
        return Examined(app.Databases.All.Count + use.Leaks.Count + held.Count, findings.OfType<Finding>());
    }

    private Finding? OfPool(AppModel app, PoolSetting pool)
    {
        // A connection that only start-up opens: to make the database, to migrate it.
        if (pool is { Setting: null, Site: { } site } && site.IsConstruction && !app.Reach.IsOnRequest(site.Function) && !app.Reach.IsInBackground(site.Function) && app.Reach.IsAtStartUp(site.Function) && !pool.Site.Method.DeclaringType.Name.EndsWith("Builder", StringComparison.Ordinal))
            return null;
        if (pool.IsOff)
            return Place(app, pool, Severity.Blocker, "Pooling is switched off: every request opens a connection of its own to the database server", Confidence.High);
        var headroom = ConnectionsInUse.Headroom(pool.MaxSize!.Value, app.Context);
        if (headroom >= app.Context.Growth)
            return null;
        var isDeclared = app.Context.Declared.Contains("requestsPerSecond");
        return Place(app, pool, headroom < 5 ? Severity.Blocker : Severity.High, FormattableString.Invariant($"The pool has at most {pool.MaxSize} connections: it is exhausted at {headroom:0.#} times today's load"), isDeclared ? Confidence.Medium : Confidence.Low)
            is { } finding ? finding with { Projection = ConnectionsInUse.Project(app.Context, pool.MaxSize.Value) } : null;
    }

    private Finding? Place(AppModel app, PoolSetting pool, Severity severity, string message, Confidence confidence) =>
        pool.Setting is { } setting ? At(setting, severity, message, confidence)
        : pool.Site is { } site ? At(app, site.Function, site.Position, severity, message, confidence) with { Subject = "pool" }
        : null;

    private Finding? OfLeak(AppModel app, Leak leak)
    {
        var function = leak.Making.Function;
        if (!app.Reach.IsOnRequest(function) && !app.Reach.IsInBackground(function))
            return null;
        var severity = leak.IsContext ? Severity.Medium : leak.IsNever ? Severity.Blocker : Severity.High;
        var message = leak.IsNever
            ? $"The {leak.Name} made here is never disposed: {(leak.IsContext ? "what it holds, connections included, stays taken" : "its connection does not go back to the pool")} until the garbage collector finds it"
            : $"The {leak.Name} made here is not disposed on every way: an exception or an early return leaves {(leak.IsContext ? "it" : "its connection")} open";
        return At(app, function, leak.Making.Position, app.Reach.IsOnRequest(function) ? severity : Lower(severity), message) with { Subject = leak.Name };
    }

    private Finding OfVarying(AppModel app, VaryingString varying)
    {
        // A database for each tenant is a plan, and has its price; a string for each user is a mistake.
        var severity = varying.IsTenant ? Severity.Low : Severity.Blocker;
        return At(app, varying.Site.Function, varying.Site.Position, severity, $"The connection string varies with {varying.What}: each different one has a pool of its own, on every instance") with { Subject = varying.What };
    }

    private Finding OfHeld(AppModel app, FieldDefinition field, string why)
    {
        var place = Places.Of(app, field);
        return new() { Rule = Info, Severity = Severity.Blocker, Confidence = Confidence.High, Message = $"{field.DisplayName} holds a connection, and {why}: requests wait for one another or break it, and it is not renewed when the server drops it", Where = place };
    }
}
