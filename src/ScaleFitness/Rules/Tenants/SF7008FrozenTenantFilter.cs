using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Tenants;

namespace ScaleFitness.Rules.Tenants;

/// <summary>SF7008: a filter or schema that is the first tenant's for as long as the process runs.</summary>
public sealed class SF7008FrozenTenantFilter : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF7008",
        "tenant filter that is frozen",
        Severity.Blocker,
        "A query filter compares the tenant with a captured variable instead of a member of the context, or a schema per tenant has no model-cache key of its own.",
        "The model is built once for each process, for whoever's request comes first: all tenants then get that tenant's rows, and after a restart, or on another instance, somebody else's.",
        new(
            "Let the filter ask a member of the context, which EF Core replaces by the context that runs the query; for a schema per tenant, replace IModelCacheKeyFactory by one whose key has the tenant in it.",
            """
            var tenantId = _tenant.Id;
            modelBuilder.Entity<Order>().HasQueryFilter(o => o.TenantId == tenantId);
            """,
            "modelBuilder.Entity<Order>().HasQueryFilter(o => o.TenantId == _tenant.Id);"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Tenancy.IsMultiTenant)
            return NotApplicable("nothing says that several tenants share the app");
        var frozen = app.Tenancy.Isolation.Frozen;
        var schemas = app.Tenancy.Isolation.FrozenSchemas;
        var candidates = app.Entities.All.Sum(e => e.Filters.Count) + schemas.Count;
        // A filter that a method gives to many entities is one cause.
        var findings = frozen.GroupBy(f => (object?)f.Filter.Site ?? f.Entity).Select(g => OfFilter(app, g.First(), [.. g.Skip(1)]))
            .Concat(schemas.Select(s => OfSchema(app, s)));
        return Examined(candidates, findings);
    }

    private Finding OfFilter(AppModel app, FrozenFilter first, IReadOnlyList<FrozenFilter> others)
    {
        var names = others.Count == 0 ? first.Entity.Name : $"{first.Entity.Name} and {others.Count} more";
        var held = first.Condition.Text.Length == 0 ? "what was captured" : first.Condition.Text;
        var message = $"The filter of {names} compares {first.Condition.Column} with {held} as it was when the model was built: everybody gets the rows of whoever came first";
        var confidence = first.Entity.IsComposed ? Confidence.High : Confidence.Medium;
        return first.Filter.Site is { } site
            ? At(app, site.Function, site.Position, Severity.Blocker, message, confidence) with { Subject = first.Entity.Name }
            : new() { Rule = Info, Severity = Severity.Blocker, Confidence = confidence, Message = message, Where = Places.Of(app, first.Entity.Type), Subject = first.Entity.Name };
    }

    private Finding OfSchema(AppModel app, Call schema) =>
        At(app, schema.Function, schema.Position, Severity.Blocker, "The schema depends on the tenant, and all tenants share one model: everybody gets the schema of whoever came first", Confidence.Medium) with { Subject = "schema" };
}
