namespace Storefront.Data;

/// <summary>What a customer bought.</summary>
public class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public OrderStatus Status { get; set; }

    public DateTime PlacedAt { get; set; }

    public decimal Total { get; set; }

    public string? PaymentReference { get; set; }

    public List<OrderLine> Lines { get; } = [];

    public List<OrderEvent> Events { get; } = [];
}
