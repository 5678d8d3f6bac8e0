namespace Storefront.Bundles;

/// <summary>As deep as the bundles are: one that holds itself ends the process.</summary>
public class BundleWeight(BundleClient bundles)
{
    public async Task<double> OfAsync(string sku, CancellationToken cancel)
    {
        var bundle = await bundles.ReadAsync(sku, cancel);
        var weight = bundle.Weight;
        foreach (var part in bundle.Parts.Take(20))
            weight += await OfAsync(part, cancel);
        return weight;
    }
}
