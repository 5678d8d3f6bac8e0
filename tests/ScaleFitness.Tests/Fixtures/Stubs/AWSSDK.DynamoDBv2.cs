namespace Amazon.DynamoDBv2
{
    public interface IAmazonDynamoDB : IDisposable
    {
        Task<object> PutItemAsync(string tableName, Dictionary<string, Model.AttributeValue> item, CancellationToken cancellationToken = default);
        Task<object> UpdateItemAsync(Model.UpdateItemRequest request, CancellationToken cancellationToken = default);
        Task<object> DeleteItemAsync(string tableName, Dictionary<string, Model.AttributeValue> key, CancellationToken cancellationToken = default);
        Task<object> BatchWriteItemAsync(object request, CancellationToken cancellationToken = default);
        Task<object> TransactWriteItemsAsync(object request, CancellationToken cancellationToken = default);
        Task<object> GetItemAsync(string tableName, Dictionary<string, Model.AttributeValue> key, CancellationToken cancellationToken = default);
        Task<object> BatchGetItemAsync(object request, CancellationToken cancellationToken = default);
        Task<object> QueryAsync(Model.QueryRequest request, CancellationToken cancellationToken = default);
        Task<object> ScanAsync(Model.ScanRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonDynamoDBClient { }
}

namespace Amazon.DynamoDBv2.Model
{
    public class AttributeValue { public string? S { get; set; } public string? N { get; set; } }
    public class UpdateItemRequest { public string? TableName { get; set; } }
    public class QueryRequest { public string? TableName { get; set; } public string? KeyConditionExpression { get; set; } }
    public class ScanRequest { public string? TableName { get; set; } public int? Limit { get; set; } }
}

namespace Amazon.DynamoDBv2.DataModel
{
    [AttributeUsage(AttributeTargets.Class)] public sealed class DynamoDBTableAttribute(string tableName) : Attribute { public string TableName => tableName; }
    [AttributeUsage(AttributeTargets.Property)] public class DynamoDBHashKeyAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Property)] public class DynamoDBRangeKeyAttribute : Attribute { }
    public class ScanCondition(string propertyName, int op, params object[] values) { public object[] Values => [propertyName, op, values]; }
    public interface IAsyncSearch<T> { Task<List<T>> GetRemainingAsync(CancellationToken cancellationToken = default); Task<List<T>> GetNextSetAsync(CancellationToken cancellationToken = default); }
    public interface IDynamoDBContext : IDisposable
    {
        Task SaveAsync<T>(T value, CancellationToken cancellationToken = default);
        Task DeleteAsync<T>(T value, CancellationToken cancellationToken = default);
        Task<T> LoadAsync<T>(object hashKey, CancellationToken cancellationToken = default);
        IAsyncSearch<T> QueryAsync<T>(object hashKeyValue);
        IAsyncSearch<T> FromScanAsync<T>(object scanConfig);
        IAsyncSearch<T> ScanAsync<T>(IEnumerable<ScanCondition> conditions);
    }
}
