using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Tenants;

/// <summary>A tenant filter that goes on asking for whoever came first.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Condition">What of it is frozen.</param>
public sealed record FrozenFilter(Entity Entity, EntityFilter Filter, FilterCondition Condition);

/// <summary>
/// Finds filters that compare the tenant with what was captured when the model was built: EF Core keeps the model for the
/// process, and asks anew only what stands on the context.
/// </summary>
internal sealed class FrozenFilters(EntityModel entities, LiveObjects live, ComposedHost? host)
{
    public IEnumerable<FrozenFilter> All =>
        from entity in entities.All
        where !HasOwnModels(entity)
        from filter in entity.Filters
        let tenants = filter.Conditions.Where(IsTenant).ToList()
        where !tenants.Any(c => c.Source is FilterSource.Context or FilterSource.Static || IsLive(c))
        from frozen in tenants.Where(c => c.Source == FilterSource.Captured).Take(1)
        select new FrozenFilter(entity, filter, frozen);

    /// <summary>Whether the app's own model-cache key gives each tenant a model, which may keep what it captured.</summary>
    private bool HasOwnModels(Entity entity) =>
        entity.IsComposed && host is not null && host.Contexts.Where(c => c.Entities.Any(e => e.Type.FullName == entity.Type.Reference.FullName)).All(c => c.ModelCacheKeyFactory is not null);

    private static bool IsTenant(FilterCondition condition) =>
        TenantColumn.Is(condition.Column[(condition.Column.LastIndexOf('.') + 1)..]) || condition.Text.Contains("tenant", StringComparison.OrdinalIgnoreCase);

    private bool IsLive(FilterCondition condition) => condition.Source == FilterSource.Captured && condition.Through.Any(live.Contains);
}
