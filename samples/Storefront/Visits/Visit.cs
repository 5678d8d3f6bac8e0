using Azure;
using Azure.Data.Tables;

namespace Storefront.Visits;

/// <summary>Somebody looked at a product.</summary>
public class Visit : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Sku { get; set; } = "";
}
