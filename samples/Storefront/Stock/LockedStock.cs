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
            var mine = db.Products.Where(product => product.Sku == sku);
            if (!await mine.AnyAsync(product => product.Stock > 0, cancel))
                return false;
            await mine.ExecuteUpdateAsync(set => set.SetProperty(product => product.Stock, product => product.Stock - 1), cancel);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }
}
