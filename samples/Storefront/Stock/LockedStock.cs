using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Stock;

/// <summary>Nobody else may buy anything while this waits for the database; the next instance does not even notice.</summary>
public class LockedStock(StorefrontDb db)
{
    private static readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<bool> TakeAsync(string sku, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var product = await db.Products.SingleAsync(product => product.Sku == sku, cancel);
            if (product.Stock == 0)
                return false;
            product.Stock--;
            await db.SaveChangesAsync(cancel);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }
}
