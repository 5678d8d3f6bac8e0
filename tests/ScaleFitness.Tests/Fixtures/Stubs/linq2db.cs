namespace LinqToDB
{
    public interface IDataContext : IDisposable;
    public interface ITable<out T> : IQueryable<T>;
    public class DataOptions;
    public static class DataExtensions
    {
        public static ITable<T> GetTable<T>(this IDataContext dataContext) where T : class => null!;
    }
    public static class AsyncExtensions
    {
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken token = default) => null!;
    }
}

namespace LinqToDB.Async
{
    public static class AsyncExtensions
    {
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken token = default) => null!;
    }
}

namespace LinqToDB.Data
{
    public class DataConnection : IDataContext
    {
        public DataConnection(DataOptions options) { }
        public void Dispose() { }
    }
}
