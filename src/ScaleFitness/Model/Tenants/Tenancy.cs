using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Tenants;

/// <summary>Whether several tenants share the app, and what says so.</summary>
/// <param name="Evidence">What says so, as people name it; null: nothing does.</param>
public sealed record Tenancy(string? Evidence)
{
    private static readonly string[] Libraries = ["Finbuckle.MultiTenant", "Volo.Abp.MultiTenancy", "SaasKit.Multitenancy"];

    /// <summary>Whether the app is multi-tenant.</summary>
    public bool IsMultiTenant => Evidence is not null;

    /// <summary>What keeps one tenant's rows from another's.</summary>
    public TenantIsolation Isolation => Kept.Value;

    private Lazy<TenantIsolation> Kept { get; init; } = new(() => throw new InvalidOperationException("the app was not read"));

    internal static Tenancy Read(CodeModel code, EntityModel entities, ServiceGraph services, Lazy<TenantIsolation> isolation) =>
        new(EvidenceIn(code, entities, services)) { Kept = isolation };

    private static string? EvidenceIn(CodeModel code, EntityModel entities, ServiceGraph services)
    {
        if (entities.All.FirstOrDefault(e => TenantId(e, code.Program) is not null) is { } entity)
            return $"{entity.Name}.{TenantId(entity, code.Program)}";
        if (code.Program.Assemblies.SelectMany(a => a.References).FirstOrDefault(r => Libraries.Any(l => r.StartsWith(l, StringComparison.Ordinal))) is { } library)
            return library;
        return services.Registrations.FirstOrDefault(r => IsTenantService(r.Service))?.Service.DisplayName;
    }

    /// <summary>The property that says whose a row is, of the entity or of a base of it, or only in its model; null where there is none.</summary>
    private static string? TenantId(Entity entity, CompiledProgram program) =>
        TenantColumn.Of(entity) ?? TenantId(entity.Type, program);

    private static string? TenantId(TypeDefinition type, CompiledProgram program) =>
        program.SelfAndBases(type.Reference).Select(program.Find).OfType<TypeDefinition>().SelectMany(t => t.Properties)
            .Select(p => p.Name).FirstOrDefault(TenantColumn.Is);

    /// <summary>A service that says who the caller's tenant is: <c>ITenantContext</c>, <c>CurrentTenant</c>; not every class about tenants.</summary>
    private static bool IsTenantService(TypeRef service)
    {
        var name = service.Name.Length > 1 && service.Name[0] == 'I' && char.IsUpper(service.Name[1]) ? service.Name[1..] : service.Name;
        return name is "Tenant" or "TenantContext" or "TenantContextAccessor" or "TenantAccessor" or "TenantProvider" or "TenantResolver" or "TenantService" or "TenantInfo" or "CurrentTenant" or "CurrentTenantService" or "TenantIdentifier";
    }
}
