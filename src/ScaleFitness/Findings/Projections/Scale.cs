using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>The declared scale as assumptions of a projection: each says whether somebody declared it.</summary>
internal static class Scale
{
    public static string Requests(ScaleContext context) =>
        Invariant($"{context.RequestsPerSecond:#,0.##} requests a second today ({Source(context, "requestsPerSecond")})");

    public static string Instances(ScaleContext context) =>
        Invariant($"{context.Instances} {(context.Instances == 1 ? "instance" : "instances")} ({Source(context, "instances")})");

    public static string Tenants(ScaleContext context) =>
        Invariant($"{context.Tenants:#,0} tenants ({Source(context, "tenants")})");

    public static string Rows(ScaleContext context, string entity) =>
        Invariant($"{context.RowsOf(entity):#,0} rows of {entity} today ({(context.Rows.ContainsKey(entity) || context.Rows.ContainsKey("*") ? "context.rows" : "default; say better in context.rows")})");

    private static string Source(ScaleContext context, string key) =>
        context.Declared.Contains(key) ? $"context.{key}" : $"default; say better in context.{key}";
}
