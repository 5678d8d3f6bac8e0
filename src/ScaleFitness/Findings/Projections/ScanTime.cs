using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// What a full scan costs: the database looks at every row of the table, for an aggregate over it, a filter without an
/// index or a condition that no index can serve; its time grows with the table (catalogue, SF2). Utilisation law: cores
/// busy = arrivals a second × seconds of one scan.
/// </summary>
public static class ScanTime
{
    /// <summary>Seconds of one scan.</summary>
    public static double Seconds(double rows) => rows / Assumed.RowsScannedPerSecond;

    /// <summary>Cores of the database that scans keep busy.</summary>
    public static double Cores(double rows, double requestsPerSecond) => requestsPerSecond * Seconds(rows);

    /// <summary>The projection for a scan on every request.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity's name.</param>
    public static Projection Project(ScaleContext context, string entity)
    {
        double rows = context.RowsOf(entity);
        string At(int growth) => Invariant($"{rows * growth:#,0} ({Amount.Count(Cores(rows * growth, context.RequestsPerSecond))})");
        return new(
            "rows that the database looks at for one request (and the cores that all requests keep busy)",
            At(1),
            At(10),
            At(100),
            [
                Scale.Rows(context, entity),
                Scale.Requests(context),
                Assumed.OncePerRequest,
                Invariant($"a core looks at {Assumed.RowsScannedPerSecond:#,0} rows a second, all in memory; the database has {Assumed.DatabaseCores} cores"),
            ])
        {
            BreaksAt = BreakingPoint.At(
                Assumed.DatabaseCores / Cores(rows, context.RequestsPerSecond), $"rows of {entity}", Invariant($"scans keep all {Assumed.DatabaseCores} cores of the database busy"), "rows", "requestsPerSecond"),
            Exhausts = Resource.Database,
        };
    }
}
