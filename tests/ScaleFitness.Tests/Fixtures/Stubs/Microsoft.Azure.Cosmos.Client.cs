namespace Microsoft.Azure.Cosmos
{
    public readonly struct PartitionKey { public PartitionKey(string value) { } public PartitionKey(bool value) { } public PartitionKey(double value) { } public static readonly PartitionKey None; }
    public class PartitionKeyBuilder { public PartitionKeyBuilder Add(string value) => this; public PartitionKey Build() => default; }
    public class RequestOptions { }
    public class ItemRequestOptions : RequestOptions { public string? IfMatchEtag { get; set; } }
    public class QueryRequestOptions : RequestOptions { public PartitionKey? PartitionKey { get; set; } public int? MaxItemCount { get; set; } }
    public class QueryDefinition(string query) { public string QueryText => query; public QueryDefinition WithParameter(string name, object value) => this; }
    public class ItemResponse<T> { public T Resource => default!; }
    public class FeedResponse<T> : List<T> { }
    public abstract class FeedIterator : IDisposable { public abstract bool HasMoreResults { get; } public abstract Task<object> ReadNextAsync(CancellationToken cancellationToken = default); public void Dispose() { } }
    public abstract class FeedIterator<T> : IDisposable { public abstract bool HasMoreResults { get; } public abstract Task<FeedResponse<T>> ReadNextAsync(CancellationToken cancellationToken = default); public void Dispose() { } }
    public class ContainerProperties(string id, string partitionKeyPath) { public string Id { get; set; } = id; public string PartitionKeyPath { get; set; } = partitionKeyPath; }
    public abstract class Container
    {
        public abstract Task<ItemResponse<T>> CreateItemAsync<T>(T item, PartitionKey? partitionKey = null, ItemRequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
        public abstract Task<ItemResponse<T>> UpsertItemAsync<T>(T item, PartitionKey? partitionKey = null, ItemRequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
        public abstract Task<ItemResponse<T>> ReplaceItemAsync<T>(T item, string id, PartitionKey? partitionKey = null, ItemRequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
        public abstract Task<ItemResponse<T>> DeleteItemAsync<T>(string id, PartitionKey partitionKey, ItemRequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
        public abstract Task<ItemResponse<T>> PatchItemAsync<T>(string id, PartitionKey partitionKey, IReadOnlyList<object> patchOperations, ItemRequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
        public abstract Task<ItemResponse<T>> ReadItemAsync<T>(string id, PartitionKey partitionKey, ItemRequestOptions? requestOptions = null, CancellationToken cancellationToken = default);
        public abstract Task<FeedResponse<T>> ReadManyItemsAsync<T>(IReadOnlyList<(string id, PartitionKey partitionKey)> items, object? options = null, CancellationToken cancellationToken = default);
        public abstract FeedIterator<T> GetItemQueryIterator<T>(string? queryText = null, string? continuationToken = null, QueryRequestOptions? requestOptions = null);
        public abstract FeedIterator<T> GetItemQueryIterator<T>(QueryDefinition queryDefinition, string? continuationToken = null, QueryRequestOptions? requestOptions = null);
        public abstract FeedIterator GetItemQueryStreamIterator(string? queryText = null, string? continuationToken = null, QueryRequestOptions? requestOptions = null);
        public abstract IOrderedQueryable<T> GetItemLinqQueryable<T>(bool allowSynchronousQueryExecution = false, string? continuationToken = null, QueryRequestOptions? requestOptions = null, object? linqSerializerOptions = null);
    }
    public class Database { public virtual Container GetContainer(string id) => null!; public virtual Task<object> CreateContainerAsync(string id, string partitionKeyPath, int? throughput = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => null!; public virtual Task<object> CreateContainerIfNotExistsAsync(string id, string partitionKeyPath, int? throughput = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => null!; }
    public class CosmosClient(string connectionString) : IDisposable { public string Text => connectionString; public virtual Container GetContainer(string databaseId, string containerId) => null!; public virtual Database GetDatabase(string id) => null!; public void Dispose() { } }
}

namespace Microsoft.Azure.Cosmos.Linq
{
    public static class CosmosLinqExtensions { public static FeedIterator<T> ToFeedIterator<T>(this IQueryable<T> query) => null!; }
}
