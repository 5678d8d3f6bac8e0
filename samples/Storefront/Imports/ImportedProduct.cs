namespace Storefront.Imports;

/// <summary>A product, as a supplier describes it.</summary>
public record ImportedProduct(string Sku, string Name, decimal Price);
