namespace System.Linq.Dynamic.Core;

public static class DynamicQueryableExtensions
{
    public static IQueryable<TSource> Where<TSource>(this IQueryable<TSource> source, string predicate, params object?[] args) => null!;
    public static IOrderedQueryable<TSource> OrderBy<TSource>(this IQueryable<TSource> source, string ordering, params object?[] args) => null!;
}
