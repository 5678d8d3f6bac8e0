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

    private static readonly HashSet<string> Compute = new(StringComparer.Ordinal)
    {
        "Count", "LongCount", "Sum", "Average", "Min", "Max", "CountAsync", "LongCountAsync", "SumAsync", "AverageAsync", "MinAsync", "MaxAsync",
    };

    private static readonly HashSet<string> Orders = new(StringComparer.Ordinal)
    {
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending",
    };

    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "AsNoTracking", "AsNoTrackingWithIdentityResolution", "AsTracking", "AsQueryable", "Include", "ThenInclude", "Select", "TagWith", "TagWithCallSite",
        "IgnoreQueryFilters", "IgnoreAutoIncludes", "AsSplitQuery", "AsSingleQuery",
    };

    /// <summary>Other libraries' operators on their own queries, by EF Core's names.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "System.Data.Entity.QueryableExtensions", "System.Linq.Dynamic.Core.DynamicQueryableExtensions", "MongoDB.Driver.Linq.MongoQueryable", "NHibernate.Linq.LinqExtensionMethods",
        "LinqToDB.AsyncExtensions", "LinqToDB.Async.AsyncExtensions", "Marten.QueryableExtensions", "Raven.Client.Documents.LinqExtensions",
    };

    /// <summary>Types of other libraries that hold such operators.</summary>
    internal static IReadOnlySet<string> OfOtherLibraries => Others;

    /// <summary>Names of the operators that compute one figure from all rows.</summary>
    public static IReadOnlySet<string> Aggregates => Compute;

    /// <summary>Names of the operators that order rows.</summary>
    public static IReadOnlySet<string> Orderings => Orders;

    /// <summary>Names of the operators that leave the number of rows as it is.</summary>
    public static IReadOnlySet<string> KeepingRows => Neutral;

    /// <summary>Whether it runs the query for one row or one figure.</summary>
    public static bool IsTerminal(MethodRef method) => IsQueryOperator(method) && method.Name != "Take" && (Bounds.Contains(method.Name) || method.Name is "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync");

    /// <summary>Whether the provider runs it, rather than code in memory.</summary>
    public static bool IsTranslated(MethodRef method) =>
        method.DeclaringType.FullName is Queryable or EfCore or EfRelational || Others.Contains(method.DeclaringType.FullName) || IsTablesOwn(method) || Specifications.IsOperator(method);

    /// <summary>Whether it brings the rows of two queries.</summary>
    public static bool Unites(MethodRef method) => method.DeclaringType.FullName == Queryable && method.Name is "Union" or "UnionBy" or "Concat";

    /// <summary>Names of the operators that run a query and keep every row.</summary>
    public static IReadOnlySet<string> Materialisers => Kept;

    /// <summary>Names of the operators after which a query has a bounded number of rows.</summary>
    public static IReadOnlySet<string> Bounding => Bounds;

    /// <summary>Whether it is LINQ's or EF Core's.</summary>
    public static bool IsQueryOperator(MethodRef method) =>
        method.DeclaringType.FullName is Queryable or Enumerable or EfCore or EfRelational
        || IsTablesOwn(method)
        || Specifications.IsOperator(method)
        || Others.Contains(method.DeclaringType.FullName) || method.DeclaringType.FullName == "System.Linq.AsyncEnumerable";

    /// <summary>Whether it runs the query and keeps every row.</summary>
    public static bool Materialises(MethodRef method) => IsQueryOperator(method) && Kept.Contains(method.Name);

    /// <summary>Whether the query has few rows after it.</summary>
    public static bool IsBound(MethodRef method) =>
        IsQueryOperator(method) ? Bounds.Contains(method.Name) : IsPaging(method.Name);

    private static bool IsTablesOwn(MethodRef method) => method.Is("Microsoft.EntityFrameworkCore.DbSet`1", "AsQueryable", "AsAsyncEnumerable");

    /// <summary>A library's paging operator names itself so.</summary>
    private static bool IsPaging(string name) =>
        name.Contains("Page", StringComparison.Ordinal) || name.Contains("Paging", StringComparison.Ordinal) || name.Contains("Paginat", StringComparison.Ordinal);
}
