namespace Storefront.Catalogue;

/// <summary>What a product costs.</summary>
public interface IPriceService
{
    Task<decimal> PriceAsync(string sku, string currency, CancellationToken cancel);
}
