namespace ScaleFitness.Model.Data;

/// <summary>Columns that say whose tenant's a row is.</summary>
internal static class TenantColumn
{
    /// <summary>Whether the name says so.</summary>
    public static bool Is(string name) => name is "TenantId" or "TenantID" or "TenantKey" or "TenantCode";

    /// <summary>The entity's, of its class or only in its model; null where it has none.</summary>
    public static string? Of(Entity entity) => entity.Columns.Select(c => c.Name).FirstOrDefault(Is);
}
