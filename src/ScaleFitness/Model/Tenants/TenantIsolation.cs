using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Tenants;

/// <summary>What keeps one tenant's rows from another's.</summary>
public sealed class TenantIsolation
{
    private readonly TenantConditions _conditions;
    private readonly TenantStores _stores;
    private readonly EntityModel _entities;

    internal TenantIsolation(CodeModel code, CallIndex index, CallSites sites, EntityModel entities, ServiceGraph services, DatabaseConnections databases, Provenance provenance, Texts texts, ComposedHost? host)
    {
        _entities = entities;
        _conditions = new(code, sites, entities);
        _stores = new(code, index, databases, new(code, provenance, texts));
        Frozen = _stores.HasOwnModelKeys && host is null ? [] : [.. new FrozenFilters(entities, new(code.Program, services), host).All];
    }

    /// <summary>Whether each tenant has a database or schema of its own, or the database itself keeps them apart.</summary>
    public bool IsByStore => _stores.AreSeparate;

    /// <summary>Entities whose rows belong to tenants, each with whether a filter of the model keeps to one.</summary>
    public IEnumerable<(Entity Entity, bool IsFiltered)> Owned =>
        _entities.All.Where(e => TenantColumn.Of(e) is not null).Select(e => (e, e.Filters.Any(f => f.Conditions.Any(IsTenant)) || !e.IsComposed && _entities.HasUnseenFilters));

    /// <summary>Tenant filters that keep to the tenant of whoever came first.</summary>
    public IReadOnlyList<FrozenFilter> Frozen { get; }

    /// <summary>Schemas that depend on the tenant, in models that all tenants share.</summary>
    public IReadOnlyList<Call> FrozenSchemas => _stores.HasOwnModelKeys ? [] : _stores.Schemas;

    /// <summary>How a query on a tenant-owned entity keeps to one tenant.</summary>
    public TenantReach ReachOf(Materialisation run, Entity entity) => _conditions.Of(run, entity);

    private static bool IsTenant(FilterCondition condition) => TenantColumn.Is(condition.Column[(condition.Column.LastIndexOf('.') + 1)..]);
}
