using System.Linq.Expressions;

namespace MongoDB.Driver
{
    public class InsertOneOptions { }
    public class FindOptions { }
    public class UpdateResult { public long ModifiedCount => 0; }
    public class DeleteResult { }
    public class ReplaceOneResult { }
    public abstract class WriteModel<T> { }
    public class BulkWriteResult<T> { }
    public abstract class FilterDefinition<T> { public static implicit operator FilterDefinition<T>(Expression<Func<T, bool>> e) => null!; public static FilterDefinition<T> Empty => null!; }
    public abstract class UpdateDefinition<T> { }
    public static class UpdateDefinitionExtensions
    {
        public static UpdateDefinition<T> Set<T, TField>(this UpdateDefinition<T> update, Expression<Func<T, TField>> field, TField value) => null!;
        public static UpdateDefinition<T> Inc<T, TField>(this UpdateDefinition<T> update, Expression<Func<T, TField>> field, TField value) => null!;
    }
    public class FilterDefinitionBuilder<T> { public FilterDefinition<T> Empty => null!; public FilterDefinition<T> Eq<TField>(Expression<Func<T, TField>> field, TField value) => null!; }
    public class UpdateDefinitionBuilder<T> { public UpdateDefinition<T> Set<TField>(Expression<Func<T, TField>> field, TField value) => null!; public UpdateDefinition<T> Inc<TField>(Expression<Func<T, TField>> field, TField value) => null!; }
    public static class Builders<T> { public static FilterDefinitionBuilder<T> Filter => null!; public static UpdateDefinitionBuilder<T> Update => null!; }
    public interface IAsyncCursor<out T> : IDisposable { }
    public interface IAsyncCursorSource<out T> { }
    public interface IFindFluent<TDocument, TProjection> : IAsyncCursorSource<TProjection>
    {
        IFindFluent<TDocument, TProjection> Limit(int? limit);
        IFindFluent<TDocument, TProjection> Skip(int? skip);
    }
    public interface IMongoCollection<T>
    {
        void InsertOne(T document, InsertOneOptions? options = null, CancellationToken cancellationToken = default);
        Task InsertOneAsync(T document, InsertOneOptions? options = null, CancellationToken cancellationToken = default);
        Task InsertManyAsync(IEnumerable<T> documents, object? options = null, CancellationToken cancellationToken = default);
        UpdateResult UpdateOne(FilterDefinition<T> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default);
        Task<UpdateResult> UpdateOneAsync(FilterDefinition<T> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default);
        Task<UpdateResult> UpdateManyAsync(FilterDefinition<T> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default);
        Task<ReplaceOneResult> ReplaceOneAsync(FilterDefinition<T> filter, T replacement, object? options = null, CancellationToken cancellationToken = default);
        Task<DeleteResult> DeleteOneAsync(FilterDefinition<T> filter, CancellationToken cancellationToken = default);
        Task<DeleteResult> DeleteManyAsync(FilterDefinition<T> filter, CancellationToken cancellationToken = default);
        Task<BulkWriteResult<T>> BulkWriteAsync(IEnumerable<WriteModel<T>> requests, object? options = null, CancellationToken cancellationToken = default);
        TProjection FindOneAndUpdate<TProjection>(FilterDefinition<T> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default);
        Task<TProjection> FindOneAndUpdateAsync<TProjection>(FilterDefinition<T> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default);
        Task<IAsyncCursor<TProjection>> FindAsync<TProjection>(FilterDefinition<T> filter, object? options = null, CancellationToken cancellationToken = default);
        IAsyncCursor<TProjection> FindSync<TProjection>(FilterDefinition<T> filter, object? options = null, CancellationToken cancellationToken = default);
        Task<long> CountDocumentsAsync(FilterDefinition<T> filter, object? options = null, CancellationToken cancellationToken = default);
        Task<long> EstimatedDocumentCountAsync(object? options = null, CancellationToken cancellationToken = default);
        Task<IAsyncCursor<TField>> DistinctAsync<TField>(object field, FilterDefinition<T> filter, object? options = null, CancellationToken cancellationToken = default);
        Task<IAsyncCursor<TResult>> AggregateAsync<TResult>(object pipeline, object? options = null, CancellationToken cancellationToken = default);
    }
    public static class IMongoCollectionExtensions
    {
        public static IFindFluent<T, T> Find<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, FindOptions? options = null) => null!;
        public static IFindFluent<T, T> Find<T>(this IMongoCollection<T> collection, FilterDefinition<T> filter, FindOptions? options = null) => null!;
        public static Task<IAsyncCursor<T>> FindAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static IAsyncCursor<T> FindSync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static Task<long> CountDocumentsAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static IAsyncCursor<TField> Distinct<T, TField>(this IMongoCollection<T> collection, Expression<Func<T, TField>> field, Expression<Func<T, bool>> filter, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static Task<UpdateResult> UpdateOneAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static Task<UpdateResult> UpdateManyAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static Task<ReplaceOneResult> ReplaceOneAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, T replacement, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static Task<DeleteResult> DeleteOneAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, CancellationToken cancellationToken = default) => null!;
        public static Task<DeleteResult> DeleteManyAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, CancellationToken cancellationToken = default) => null!;
        public static Task<T> FindOneAndUpdateAsync<T>(this IMongoCollection<T> collection, Expression<Func<T, bool>> filter, UpdateDefinition<T> update, object? options = null, CancellationToken cancellationToken = default) => null!;
        public static IQueryable<T> AsQueryable<T>(this IMongoCollection<T> collection, object? options = null) => null!;
    }
    public static class IAsyncCursorSourceExtensions
    {
        public static List<T> ToList<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => [];
        public static Task<List<T>> ToListAsync<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => null!;
        public static T FirstOrDefault<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => default!;
        public static Task<T> FirstOrDefaultAsync<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => null!;
        public static Task<T> SingleAsync<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => null!;
        public static Task<bool> AnyAsync<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => null!;
        public static Task ForEachAsync<T>(this IAsyncCursorSource<T> source, Action<T> processor, CancellationToken cancellationToken = default) => null!;
        public static Task<IAsyncCursor<T>> ToCursorAsync<T>(this IAsyncCursorSource<T> source, CancellationToken cancellationToken = default) => null!;
    }
    public static class IAsyncCursorExtensions
    {
        public static Task<List<T>> ToListAsync<T>(this IAsyncCursor<T> source, CancellationToken cancellationToken = default) => null!;
        public static Task<T> FirstOrDefaultAsync<T>(this IAsyncCursor<T> source, CancellationToken cancellationToken = default) => null!;
        public static Task<T> SingleAsync<T>(this IAsyncCursor<T> source, CancellationToken cancellationToken = default) => null!;
        public static Task ForEachAsync<T>(this IAsyncCursor<T> source, Action<T> processor, CancellationToken cancellationToken = default) => null!;
    }
    public interface IMongoDatabase { IMongoCollection<T> GetCollection<T>(string name, object? settings = null); }
    public interface IMongoClient { IMongoDatabase GetDatabase(string name, object? settings = null); }
    public class MongoClient(string connectionString) : IMongoClient { public string Text => connectionString; public IMongoDatabase GetDatabase(string name, object? settings = null) => null!; }
}

namespace MongoDB.Driver.Linq
{
    public interface IMongoQueryable<T> : IQueryable<T>;
    public static class MongoQueryable
    {
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null!;
        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => null!;
    }
}
