using System.Globalization;
using ScaleFitness.Findings;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Rules.Data;

/// <summary>What queries are projected to cost. Rows per request = rows of the table × growth (catalogue, SF2).</summary>
internal static class Projections
{
    /// <summary>The share of a table that a broad filter lets through; an assumption, printed as one.</summary>
    private const double BroadShare = 0.25;

    public static Projection? Rows(ScaleContext context, string entity, Extent extent)
    {
        if (extent is not (Extent.Whole or Extent.Broad))
            return null;
        var rows = context.RowsOf(entity) * (extent == Extent.Broad ? BroadShare : 1);
        var assumptions = new List<string>
        {
            context.Declared.Any(d => d.StartsWith("rows", StringComparison.Ordinal)) ? $"{Number(context.RowsOf(entity))} rows of {entity} today (context.rows)" : $"{Number(context.RowsOf(entity))} rows of {entity} today (default; say better in context.rows)",
        };
        if (extent == Extent.Broad)
            assumptions.Add("the filter lets a quarter of the table through");
        return new("rows per request", Number(rows), Number(rows * 10), Number(rows * 100), assumptions);
    }

    private static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
