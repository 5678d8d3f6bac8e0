using ScaleFitness.Findings;
using static System.FormattableString;

namespace ScaleFitness.Reports.Content;

/// <summary>One number of the scale that findings were judged by.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Value">The number.</param>
/// <param name="Key">The key of the context that declares it.</param>
/// <param name="IsDeclared">Whether the team declared it; else it is a default.</param>
internal sealed record ScaleRow(string Name, string Value, string Key, bool IsDeclared)
{
    public string Source => IsDeclared ? $"declared ({Key})" : $"default, not declared ({Key})";

    public static IReadOnlyList<ScaleRow> Of(ScaleContext context)
    {
        ScaleRow Row(string name, string value, string key) => new(name, value, $"context.{key}", context.Declared.Contains(key));
        var rows = context.Rows.Where(r => r.Key != "*").OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => Row($"rows of {r.Key} today", Invariant($"{r.Value:#,0}"), "rows"));
        var others = context.Rows.TryGetValue("*", out var all)
            ? Row("rows of every other table today", Invariant($"{all:#,0}"), "rows")
            : new("rows of every other table today", Invariant($"{ScaleContext.DefaultRows:#,0}"), "context.rows", false);
        return
        [
            Row("instances", Invariant($"{context.Instances}"), "instances"),
            Row("requests a second today, over all instances", Invariant($"{context.RequestsPerSecond:#,0.##}"), "requestsPerSecond"),
            Row("growth planned for", Invariant($"{context.Growth:#,0.##}x"), "growth"),
            Row("tenants", Invariant($"{context.Tenants:#,0}"), "tenants"),
            .. rows,
            others,
        ];
    }
}
