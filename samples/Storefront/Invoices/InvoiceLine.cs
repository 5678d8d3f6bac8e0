namespace Storefront.Invoices;

/// <summary>So many of one product.</summary>
public record InvoiceLine(string Sku, int Quantity);
