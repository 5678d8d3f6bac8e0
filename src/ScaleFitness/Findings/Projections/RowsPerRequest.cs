using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>Rows that a query without a bound brings: rows of the table × the share a filter lets through × growth (catalogue, SF2).</summary>
public static class RowsPerRequest
{
    /// <summary>The share of a table that a filter by tenant, status, flag, date or text lets through: an assumption, printed as one.</summary>
    public const double BroadShare = 0.25;

    /// <summary>Rows that one request loads.</summary>
    public static double Rows(double tableRows, double share, double growth) => tableRows * share * growth;

    /// <summary>The projection for a query on an entity.</summary>
    /// <param name="context">The scale.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="isFiltered">Whether something broad filters it.</param>
    public static Projection Project(ScaleContext context, string entity, bool isFiltered)
    {
        var table = context.RowsOf(entity);
        var share = isFiltered ? BroadShare : 1;
        string At(int growth) => Invariant($"{Rows(table, share, growth):#,0}");
        var assumptions = new List<string> { Scale.Rows(context, entity) };
        if (isFiltered)
            assumptions.Add("the filter lets a quarter of the table through");
        return new("rows per request", At(1), At(10), At(100), assumptions);
    }
}
