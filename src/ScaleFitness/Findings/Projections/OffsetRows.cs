using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// What a page at an offset costs: the database reads all rows before it and throws them away, up to the whole table for
/// the last page. Reading page after page to the end reads n²/2s rows for n rows in pages of s (catalogue, SF2).
/// </summary>
public static class OffsetRows
{
    /// <summary>Seconds until the last page's first row is reached.</summary>
    public static double Seconds(double rows) => rows / Assumed.RowsScannedPerSecond;

    /// <summary>The projection for the last page.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity's name.</param>
    public static Projection Project(ScaleContext context, string entity)
    {
        double rows = context.RowsOf(entity);
        string At(int growth) => Invariant($"{rows * growth:#,0} ({Amount.Time(Seconds(rows * growth))})");
        return new(
            "rows read and thrown away for the last page (and how long that takes)",
            At(1),
            At(10),
            At(100),
            [Scale.Rows(context, entity), Invariant($"a core looks at {Assumed.RowsScannedPerSecond:#,0} rows a second, all in memory")])
        {
            Exhausts = Resource.Database,
        };
    }
}
