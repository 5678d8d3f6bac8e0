using Storefront.Data;

namespace Storefront.Catalogue;

/// <summary>Remembers every price it has looked up: in this process, for ever.</summary>
public class PriceService(IProductRepository products) : IPriceService
{
    private static readonly Dictionary<string, decimal> _prices = new();

    public async Task<decimal> PriceAsync(string sku, string currency, CancellationToken cancel)
    {
        if (!_prices.TryGetValue(sku, out var price))
        {
            var product = await products.FindAsync(sku, cancel);
            price = product?.Price ?? 0;
            _prices[sku] = price;
        }

        return price * ExchangeRates.FromEuro(currency);
    }
}
