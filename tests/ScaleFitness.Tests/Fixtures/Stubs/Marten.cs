namespace Marten
{
    public static class QueryableExtensions
    {
        public static Task<IReadOnlyList<T>> ToListAsync<T>(this IQueryable<T> queryable, CancellationToken token = default) => null!;
    }

    public interface IQuerySession
    {
        Linq.IMartenQueryable<T> Query<T>();
        Task<T?> LoadAsync<T>(Guid id, CancellationToken token = default) where T : notnull;
    }

    public interface IDocumentSession : IQuerySession
    {
        void Store<T>(params T[] entities) where T : notnull;
        Task SaveChangesAsync(CancellationToken token = default);
    }
}

namespace Marten.Linq
{
    public interface IMartenQueryable<T> : System.Linq.IQueryable<T>;
}
