using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>
/// Rows that the last page of a table reads by offset: all of it. A database finds row n by counting to n, so page
/// number × page size rows are read for one page; keyset paging reads the page alone.
/// </summary>
public static class SkippedRows
{
    /// <summary>Rows read for a page.</summary>
    public static double Read(double page, double size) => page * size;

    /// <summary>The projection for the last page of a table.</summary>
    public static Projection Project(ScaleContext context, string entity)
    {
        const int Size = 50;
        string At(int growth) => Invariant($"{Read(Math.Ceiling(context.RowsOf(entity) * growth / (double)Size), Size):#,0}");
        return new("rows read for the last page", At(1), At(10), At(100), [Scale.Rows(context, entity), Invariant($"pages of {Size} rows")]);
    }
}
