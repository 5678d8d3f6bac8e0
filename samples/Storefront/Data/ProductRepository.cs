using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>Every query here is bounded: by a key, by a page, or by being a number.</summary>
public class ProductRepository(StorefrontDb db) : IProductRepository
{
    public Task<Product?> FindAsync(string sku, CancellationToken cancel) =>
        db.Products.AsNoTracking().FirstOrDefaultAsync(product => product.Sku == sku, cancel);

    public Task<List<Product>> PageAsync(int page, int size, CancellationToken cancel) =>
        db.Products.AsNoTracking().OrderBy(product => product.Id).Page(page, size).ToListAsync(cancel);

    public Task<List<Product>> ForSkusAsync(IReadOnlyCollection<string> skus, CancellationToken cancel) =>
        db.Products.AsNoTracking().Where(product => skus.Contains(product.Sku)).ToListAsync(cancel);

    public Task<int> CountAvailableAsync(CancellationToken cancel) =>
        db.Products.CountAsync(product => product.Stock > 0, cancel);
}
