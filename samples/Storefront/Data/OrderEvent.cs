namespace Storefront.Data;

/// <summary>What happened to an order: packed, handed over, delivered.</summary>
public class OrderEvent
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public DateTime At { get; set; }

    public required string What { get; set; }
}
