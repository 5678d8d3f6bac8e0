using Microsoft.EntityFrameworkCore;

namespace X.PagedList.EF;

public static class PagedListExtensions
{
    public static async Task<IPagedList<T>> ToPagedListAsync<T>(
        this IQueryable<T> superset, int pageNumber, int pageSize, CancellationToken cancellationToken = default)
    {
        var page = await superset.Skip((pageNumber - 1) * pageSize).Take(pageSize).ToListAsync(cancellationToken);
        return new StaticPagedList<T>(page, pageNumber, pageSize);
    }
}
