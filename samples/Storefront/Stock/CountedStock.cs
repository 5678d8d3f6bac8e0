using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Stock;

/// <summary>The database decides who gets the last one, for all instances at once.</summary>
public class CountedStock(StorefrontDb db)
{
    public async Task<bool> TakeAsync(string sku, CancellationToken cancel) =>
        await db.Products
            .Where(product => product.Sku == sku && product.Stock > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(product => product.Stock, product => product.Stock - 1), cancel) == 1;
}
