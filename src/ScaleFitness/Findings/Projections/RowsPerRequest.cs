using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Rows that a query without a bound brings: rows of the table × the share a filter lets through × growth; and the memory
/// they take: rows × bytes per row × requests that hold them at once. By Little's law those are arrivals a second ×
/// seconds each lasts, and loading n rows lasts n times as long as one: the memory grows with the square of the rows
/// (catalogue, SF2).
/// </summary>
public static class RowsPerRequest
{
    /// <summary>The share of a table that a filter by tenant, status, flag, date or text lets through: an assumption, printed as one.</summary>
    public const double BroadShare = 0.25;

    /// <summary>Rows that one request loads.</summary>
    public static double Rows(double tableRows, double share, double growth) => tableRows * share * growth;

    /// <summary>Requests of one instance that load at the same time; there is always the one that is looked at.</summary>
    public static double AtOnce(double rows, double requestsPerSecond) => Math.Max(1, requestsPerSecond * rows / Assumed.RowsLoadedPerSecond);

    /// <summary>Bytes of all rows that one instance holds at the same time.</summary>
    public static double Bytes(double rows, double requestsPerSecond) => rows * Assumed.RowBytes * AtOnce(rows, requestsPerSecond);

    /// <summary>The projection for a query on an entity.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="isFiltered">Whether something broad filters it.</param>
    /// <param name="inBackground">Whether no request runs it: then one at a time holds its rows, and no declared load raises its severity.</param>
    public static Projection Project(ScaleContext context, string entity, bool isFiltered, bool inBackground = false)
    {
        var table = context.RowsOf(entity);
        var share = isFiltered ? BroadShare : 1;
        var requests = inBackground ? 0 : context.RequestsPerSecond / context.Instances;
        string At(int growth)
        {
            var rows = Rows(table, share, growth);
            return Invariant($"{rows:#,0} ({Amount.Bytes(Bytes(rows, requests))})");
        }

        var assumptions = new List<string> { Scale.Rows(context, entity) };
        if (isFiltered)
            assumptions.Add("the filter lets a quarter of the table through");
        assumptions.AddRange(inBackground ? ["one run at a time"] : [Scale.Requests(context), Scale.Instances(context), Assumed.OncePerRequest]);
        assumptions.AddRange([Loading, Assumed.Memory]);
        return new(inBackground ? "rows per run (and their memory)" : "rows per request (and the memory of those in flight per instance)", At(1), At(10), At(100), assumptions)
        {
            BreaksAt = BreakingPoint.At(Factor(Rows(table, share, 1), requests), $"rows of {entity}", $"rows in flight fill the {Amount.Bytes(Assumed.InstanceBytes)} of an instance", inBackground ? [] : ["rows", "requestsPerSecond", "instances"]),
            Exhausts = Resource.Memory,
        };
    }

    /// <summary>
    /// How many times the rows there must be for an instance's memory to be full: while fewer than one request is in
    /// flight the memory grows with the rows, from then on with their square.
    /// </summary>
    public static double Factor(double rows, double requestsPerSecond)
    {
        if (rows <= 0)
            return double.PositiveInfinity;
        var alone = Assumed.InstanceBytes / (rows * Assumed.RowBytes);
        var together = Math.Sqrt(Assumed.InstanceBytes * Assumed.RowsLoadedPerSecond / (Assumed.RowBytes * requestsPerSecond)) / rows;
        return Math.Min(alone, together);
    }

    private static string Loading => Invariant($"{Assumed.PerRow}, {Assumed.RowsLoadedPerSecond:#,0} rows a second read into objects by one request");
}
