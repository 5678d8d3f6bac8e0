namespace Storefront.Data;

/// <summary>How far an order is.</summary>
public enum OrderStatus
{
    Placed,
    Paid,
    Shipped,
    Cancelled,
}
