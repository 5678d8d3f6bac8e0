using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Data;

/// <summary>The well-known methods of LINQ and EF Core, by what they do to a query. Each row is resolved against the real library by a test.</summary>
public static class QueryMethods
{
    /// <summary>LINQ over providers.</summary>
    public const string Queryable = "System.Linq.Queryable";

    /// <summary>LINQ over objects.</summary>
    public const string Enumerable = "System.Linq.Enumerable";

    /// <summary>EF Core's async operators, <c>Include</c> and the like.</summary>
    public const string EfCore = "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions";

    /// <summary>EF Core's relational operators.</summary>
    public const string EfRelational = "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions";

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup",
        "ToListAsync", "ToArrayAsync", "ToDictionaryAsync", "ToHashSetAsync", "Load", "LoadAsync",
    };

    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal)
    {
        "Take", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault",
        "Any", "All", "Count", "LongCount", "Sum", "Average", "Min", "Max", "MinBy", "MaxBy", "Contains", "Aggregate",
        "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "LastAsync", "LastOrDefaultAsync", "ElementAtAsync", "ElementAtOrDefaultAsync",
        "AnyAsync", "AllAsync", "CountAsync", "LongCountAsync", "SumAsync", "AverageAsync", "MinAsync", "MaxAsync", "ContainsAsync",
    };

    /// <summary>Names of the operators that run a query and keep every row.</summary>
    public static IReadOnlySet<string> Materialisers => Kept;

    /// <summary>Names of the operators after which a query has a bounded number of rows.</summary>
    public static IReadOnlySet<string> Bounding => Bounds;

    /// <summary>Whether it is LINQ's or EF Core's.</summary>
    public static bool IsQueryOperator(MethodRef method) =>
        method.DeclaringType.FullName is Queryable or Enumerable or EfCore or EfRelational
        || method.Is("Microsoft.EntityFrameworkCore.DbSet`1", "AsQueryable", "AsAsyncEnumerable")
        || Specifications.IsOperator(method)
        || method.DeclaringType.FullName is "System.Data.Entity.QueryableExtensions" or "System.Linq.AsyncEnumerable" or "System.Linq.Dynamic.Core.DynamicQueryableExtensions";

    /// <summary>Whether it runs the query and keeps every row.</summary>
    public static bool Materialises(MethodRef method) => IsQueryOperator(method) && Kept.Contains(method.Name);

    /// <summary>Whether the query has few rows after it.</summary>
    public static bool IsBound(MethodRef method) =>
        IsQueryOperator(method) ? Bounds.Contains(method.Name) : IsPaging(method.Name);

    /// <summary>A library's paging operator names itself so.</summary>
    private static bool IsPaging(string name) =>
        name.Contains("Page", StringComparison.Ordinal) || name.Contains("Paging", StringComparison.Ordinal) || name.Contains("Paginat", StringComparison.Ordinal);
}
