using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reports;

/// <summary>All products for the price portals, in batches. Without an order the batches overlap, and leave products out.</summary>
public class ProductFeed(StorefrontDb db)
{
    private const int Size = 500;

    public Task<List<Product>> BatchAsync(int batch, CancellationToken cancel) =>
        db.Products.AsNoTracking().Skip(batch * Size).Take(Size).ToListAsync(cancel);
}
