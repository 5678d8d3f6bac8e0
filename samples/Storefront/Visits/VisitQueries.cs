using Azure.Data.Tables;

namespace Storefront.Visits;

/// <summary>A question to every partition there is, and one to the visitor's own.</summary>
public class VisitQueries(TableServiceClient tables)
{
    public async Task<int> CountAsync(string sku, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var _ in tables.GetTableClient("visits").QueryAsync<Visit>(visit => visit.Sku == sku, cancellationToken: cancel))
            count++;

        return count;
    }

    public async Task<List<string>> SeenByAsync(string visitor, CancellationToken cancel)
    {
        var skus = new List<string>();
        await foreach (var visit in tables.GetTableClient("seen").QueryAsync<Visit>(visit => visit.PartitionKey == visitor, maxPerPage: 50, cancellationToken: cancel))
            skus.Add(visit.Sku);

        return skus;
    }
}
