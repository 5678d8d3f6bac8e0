using System.Globalization;
using ScaleFitness.Findings;

namespace ScaleFitness.Rules.State;

/// <summary>What state inside one instance is projected to cost (catalogue, SF1): a local cache's hit rate falls from h to h/n with n instances.</summary>
internal static class Projections
{
    /// <summary>The hit rate assumed on one instance; an assumption, printed as one.</summary>
    private const double HitRateOfOne = 0.9;

    public static Projection? HitRate(ScaleContext context)
    {
        var instances = Math.Max(2, context.Instances);
        string At(int n) => (HitRateOfOne / n).ToString("0.#%", CultureInfo.InvariantCulture);
        return new($"hit rate of an entry that one instance wrote, with 1, {instances} and {instances * 10} instances", At(1), At(instances), At(instances * 10),
        [
            "a hit rate of 90% on one instance (assumed)",
            context.Declared.Contains("instances") ? $"{instances} instances (context.instances)" : $"{instances} instances (default; say better in context.instances)",
        ]);
    }
}
