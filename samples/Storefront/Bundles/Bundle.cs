namespace Storefront.Bundles;

/// <summary>A product with the products it is made of.</summary>
public record Bundle(string Sku, decimal Price, double Weight, List<string> Parts);
