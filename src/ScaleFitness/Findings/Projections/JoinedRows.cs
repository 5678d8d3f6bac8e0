using static System.FormattableString;

namespace ScaleFitness.Findings.Projections;

/// <summary>Rows that one parent brings where its collections are joined: the product of their sizes (EF Core, "Single vs. split queries").</summary>
public static class JoinedRows
{
    /// <summary>Children of each kind that a parent has: an assumption, printed as one.</summary>
    public const int Children = 10;

    /// <summary>Rows of one parent.</summary>
    public static double Rows(double children, int collections) => Math.Pow(children, collections);

    /// <summary>The projection for a parent with so many collections.</summary>
    public static Projection Project(int collections)
    {
        string At(int growth) => Invariant($"{Rows(Children * growth, collections):#,0}");
        return new("rows for one parent", At(1), At(10), At(100), [Invariant($"{Children} children in each of {collections} collections today, and growing as the data does")]);
    }
}
