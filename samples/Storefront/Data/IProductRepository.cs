namespace Storefront.Data;

/// <summary>Products, by what the shop asks of them.</summary>
public interface IProductRepository
{
    Task<Product?> FindAsync(string sku, CancellationToken cancel);

    Task<List<Product>> PageAsync(int page, int size, CancellationToken cancel);

    Task<List<Product>> ForSkusAsync(IReadOnlyCollection<string> skus, CancellationToken cancel);

    Task<int> CountAvailableAsync(CancellationToken cancel);
}
