using Storefront.Data;

namespace Storefront.Invoices;

/// <summary>Asks for one product after the other: an invoice of two hundred lines waits two hundred times.</summary>
public class InvoiceWriter(IProductRepository products)
{
    public async Task<decimal> TotalAsync(IReadOnlyList<InvoiceLine> lines, CancellationToken cancel)
    {
        var total = 0m;
        foreach (var line in lines)
            total += line.Quantity * await PriceOfAsync(line.Sku, cancel);

        return total;
    }

    private async Task<decimal> PriceOfAsync(string sku, CancellationToken cancel) =>
        await products.FindAsync(sku, cancel) is { } product ? product.Price : 0;
}
