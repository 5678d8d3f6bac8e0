namespace Storefront.Data;

/// <summary>Bounds a query to one page, whatever the caller asked for.</summary>
public static class Paging
{
    public const int Largest = 100;

    public static IQueryable<T> Page<T>(this IQueryable<T> query, int page, int size) =>
        query
            .Skip(Math.Max(page, 0) * Math.Clamp(size, 1, Largest))
            .Take(Math.Clamp(size, 1, Largest));
}
