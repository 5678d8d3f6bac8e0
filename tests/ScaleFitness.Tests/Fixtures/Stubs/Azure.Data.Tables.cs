using System.Linq.Expressions;

namespace Azure
{
    public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    {
        public abstract IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);
    }
    public abstract class Pageable<T> : IEnumerable<T>
    {
        public abstract IEnumerator<T> GetEnumerator();
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace Azure.Data.Tables
{
    public interface ITableEntity { string PartitionKey { get; set; } string RowKey { get; set; } }
    public class TableEntity(string partitionKey, string rowKey) : ITableEntity
    {
        public string PartitionKey { get; set; } = partitionKey;
        public string RowKey { get; set; } = rowKey;
    }
    public class TableClient(string connectionString, string tableName)
    {
        public string Text => connectionString + tableName;
        public virtual Task AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) where T : ITableEntity => Task.CompletedTask;
        public virtual Task UpsertEntityAsync<T>(T entity, int mode = 0, CancellationToken cancellationToken = default) where T : ITableEntity => Task.CompletedTask;
        public virtual Task UpdateEntityAsync<T>(T entity, string ifMatch, int mode = 0, CancellationToken cancellationToken = default) where T : ITableEntity => Task.CompletedTask;
        public virtual Task DeleteEntityAsync(string partitionKey, string rowKey, string? ifMatch = null, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task SubmitTransactionAsync(IEnumerable<object> actions, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public virtual Task<T> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity => null!;
        public virtual AsyncPageable<T> QueryAsync<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity => null!;
        public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity => null!;
        public virtual Pageable<T> Query<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) where T : class, ITableEntity => null!;
    }
}
