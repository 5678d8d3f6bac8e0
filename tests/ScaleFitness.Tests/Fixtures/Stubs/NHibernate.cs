namespace NHibernate
{
public interface ISession : IDisposable
{
    IQueryable<T> Query<T>();
    T Get<T>(object id);
    Task<T> GetAsync<T>(object id, CancellationToken cancellationToken = default);
    T Load<T>(object id);
    Task<T> LoadAsync<T>(object id, CancellationToken cancellationToken = default);
    void Flush();
    Task FlushAsync(CancellationToken cancellationToken = default);
}
}

namespace NHibernate.Linq
{
    public static class LinqExtensionMethods
    {
        public static IQueryable<T> Query<T>(this ISession session, string entityName) => null!;
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null!;
    }
}
