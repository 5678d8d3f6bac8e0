namespace Storefront.Data;

/// <summary>So many of one product.</summary>
public class OrderLine
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public required string Sku { get; set; }

    public int Quantity { get; set; }
}
