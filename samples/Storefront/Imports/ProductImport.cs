using Storefront.Data;

namespace Storefront.Imports;

/// <summary>Saves each product by itself, "so that one bad row does not spoil the rest": a transaction for each.</summary>
public class ProductImport(StorefrontDb db)
{
    public async Task RunAsync(IReadOnlyList<ImportedProduct> products, CancellationToken cancel)
    {
        foreach (var product in products)
        {
            db.Products.Add(new Product { Sku = product.Sku, Name = product.Name, Price = product.Price });
            await db.SaveChangesAsync(cancel);
        }
    }
}
