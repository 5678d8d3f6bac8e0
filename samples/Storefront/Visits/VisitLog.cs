using Azure.Data.Tables;

namespace Storefront.Visits;

/// <summary>Visits in a partitioned table: by day, and, for what a visitor has seen last, by visitor.</summary>
public class VisitLog(TableServiceClient tables)
{
    // All that is written today goes to one partition, which is served by one machine.
    public Task WriteAsync(string visitor, string sku, CancellationToken cancel)
    {
        var visit = new Visit { PartitionKey = DateTime.UtcNow.ToString("yyyy-MM-dd"), RowKey = $"{visitor}-{Guid.NewGuid()}", Sku = sku };
        return tables.GetTableClient("visits").AddEntityAsync(visit, cancel);
    }

    public Task RememberAsync(string visitor, string sku, CancellationToken cancel)
    {
        var seen = new Visit { PartitionKey = visitor, RowKey = sku, Sku = sku };
        return tables.GetTableClient("seen").UpsertEntityAsync(seen, cancellationToken: cancel);
    }
}
