namespace Raven.Client.Documents.Linq
{
    public interface IRavenQueryable<T> : IOrderedQueryable<T>;
}

namespace Raven.Client.Documents.Session
{
    public interface IDocumentSession : IDisposable
    {
        Linq.IRavenQueryable<T> Query<T>(string? indexName = null, string? collectionName = null, bool isMapReduce = false);
    }

    public interface IAsyncDocumentSession : IDisposable
    {
        Linq.IRavenQueryable<T> Query<T>(string? indexName = null, string? collectionName = null, bool isMapReduce = false);
    }
}

namespace Raven.Client.Documents
{
    public static class LinqExtensions
    {
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken token = default) => null!;
    }
}
