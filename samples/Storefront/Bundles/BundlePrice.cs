namespace Storefront.Bundles;

/// <summary>The same walk, which counts how deep it is.</summary>
public class BundlePrice(BundleClient bundles)
{
    private const int Deepest = 5;

    public async Task<decimal> OfAsync(string sku, CancellationToken cancel, int depth = 0)
    {
        if (depth > Deepest)
            throw new InvalidOperationException($"{sku} is nested too deeply");

        var bundle = await bundles.ReadAsync(sku, cancel);
        var price = bundle.Price;
        foreach (var part in bundle.Parts.Take(20))
            price += await OfAsync(part, cancel, depth + 1);
        return price;
    }
}
