using Storefront.Data;

namespace Storefront.Invoices;

/// <summary>Asks once for all products, and looks them up in memory.</summary>
public class PackingList(IProductRepository products)
{
    public async Task<List<string>> WriteAsync(IReadOnlyList<InvoiceLine> lines, CancellationToken cancel)
    {
        var known = await products.ForSkusAsync(lines.Select(line => line.Sku).ToList(), cancel);
        var names = known.ToDictionary(product => product.Sku, product => product.Name);
        return lines.Select(line => $"{line.Quantity} x {names.GetValueOrDefault(line.Sku, line.Sku)}").ToList();
    }
}
