using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Rows;

/// <summary>Tells queries that load rows as they are in their table.</summary>
internal static class WholeRows
{
    private static readonly HashSet<string> Choosing = new(StringComparer.Ordinal)
    {
        "Where", "Take", "Skip", "Reverse", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault",
        "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "LastAsync", "LastOrDefaultAsync", "ElementAtAsync", "ElementAtOrDefaultAsync",
        "AsNoTracking", "AsNoTrackingWithIdentityResolution", "AsQueryable", "TagWith", "TagWithCallSite", "IgnoreQueryFilters", "IgnoreAutoIncludes", "AsSplitQuery", "AsSingleQuery",
    };

    /// <summary>Names of the operators that choose among rows and leave each as it is.</summary>
    public static IEnumerable<string> Operators => Choosing;

    /// <summary>Whether a query chooses rows and nothing else: no projection, no figure, no rows of other tables along with them.</summary>
    public static bool Are(Query query) =>
        query.Operators.All(o => (QueryMethods.IsTranslated(o.Call.Method) || o.Name == "AsQueryable") && (Choosing.Contains(o.Name) || QueryMethods.Orderings.Contains(o.Name)));

    /// <summary>Whether nothing remembers the rows to find changes.</summary>
    public static bool AreUntracked(Query query) => query.Operators.Any(o => o.Name.StartsWith("AsNoTracking", StringComparison.Ordinal));
}
