using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Tenants;

namespace ScaleFitness.Rules.Tenants;

/// <summary>SF7001: rows of all tenants in one table, and a query that does not say whose.</summary>
public sealed class SF7001EntityWithoutTenantFilter : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF7001",
        "tenant-owned entity without a filter",
        Severity.Blocker,
        "An entity with a tenant id has no query filter in the model, and a request queries it with no tenant condition.",
        "One forgotten condition shows a tenant the rows of another; every new query is another chance to forget it. It also reads everybody's rows to answer one, so that the work of each request grows with the number of tenants.",
        new(
            "Give the entity a query filter over a member of the context; say so where a query is meant for all tenants.",
            "db.Invoices.Where(i => i.Status == Status.Open).ToListAsync()",
            """
            // in the context, whose _tenant is the caller's
            modelBuilder.Entity<Invoice>().HasQueryFilter(i => i.TenantId == _tenant.Id);
            """));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Tenancy.IsMultiTenant)
            return NotApplicable("nothing says that several tenants share the app");
        var owned = app.Tenancy.Isolation.Owned.ToList();
        if (owned.Count == 0)
            return NotApplicable("no entity has a tenant id");
        if (app.Tenancy.Isolation.IsByStore)
            return NotApplicable("tenants are kept apart by databases, schemas or the database's row security");
        var open = owned.Where(o => !o.IsFiltered).Select(o => o.Entity).ToHashSet();
        var runs = open.Count == 0 ? [] : RunsOn(app, open);
        return Examined(owned.Count, runs.GroupBy(r => r.Entity).OrderBy(g => g.Key.Name, StringComparer.Ordinal).Select(g => Tell(app, g.Key, [.. g.Select(r => (r.Run, r.Reach))])));
    }

    private static List<(Entity Entity, Materialisation Run, TenantReach Reach)> RunsOn(AppModel app, HashSet<Entity> open)
    {
        var runs =
            from function in app.Reach.OnRequests
            where !function.Owner.IsGenerated
            from run in app.QueryRuns.In(function).Concat(Data.ReturnedQueries.From(app, function))
            where run.Query.Root is EntityRoot { Entity: { } entity } && open.Contains(entity) && !MaterialisationReader.DependsOnCaller(run)
            let entity = ((EntityRoot)run.Query.Root).Entity!
            let reach = app.Tenancy.Isolation.ReachOf(run, entity)
            where reach != TenantReach.One
            select (entity, run, reach);
        return [.. runs];
    }

    private Finding Tell(AppModel app, Entity entity, IReadOnlyList<(Materialisation Run, TenantReach Reach)> runs)
    {
        var isAdmins = runs.All(r => IsAdmins(app, r.Run));
        var first = runs.OrderBy(r => IsAdmins(app, r.Run)).ThenByDescending(r => r.Reach).First();
        var what = first.Reach == TenantReach.All ? "is queried for all tenants at once" : "is looked up by its key, whoever's it is";
        var confidence = isAdmins ? Confidence.Low : (entity.IsComposed, first.Reach) switch { (true, TenantReach.All) => Confidence.High, (false, TenantReach.AnyRow) => Confidence.Low, _ => Confidence.Medium };
        return At(app, first.Run.Function, first.Run.Site.Position, Severity.Blocker, $"{entity.Name} belongs to tenants ({TenantColumn.Of(entity)}), has no query filter in the model, and {what}: one tenant gets another's rows", confidence) with
        {
            Subject = entity.Name,
            Related = [.. runs.Where(r => r.Run.Site != first.Run.Site).Select(r => Places.Of(app, r.Run.Function, r.Run.Site.Position, "queried likewise")).Distinct()],
        };
    }

    /// <summary>What administrators of all tenants call may be meant for all of them.</summary>
    private static bool IsAdmins(AppModel app, Materialisation run) =>
        app.Reach.PathTo(run.Function) is [{ Function: var entry }, ..]
        && (app.Reach.EntryAt(entry)?.Description is { } described && IsAdmins(described) || IsAdmins(entry.Owner.Definition.DeclaringType.Reference.Name));

    private static bool IsAdmins(string name) =>
        name.Contains("admin", StringComparison.OrdinalIgnoreCase) || name.Contains("backoffice", StringComparison.OrdinalIgnoreCase) || name.Contains("platform", StringComparison.OrdinalIgnoreCase);
}
