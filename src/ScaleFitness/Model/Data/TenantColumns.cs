namespace ScaleFitness.Model.Data;

/// <summary>The column that says whose a row is, by the names that people give it.</summary>
internal static class TenantColumns
{
    /// <summary>Whether a column names the tenant.</summary>
    public static bool Is(string name) => name is "TenantId" or "TenantID" or "TenantKey" or "TenantCode";
}
