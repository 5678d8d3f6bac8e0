namespace Storefront.Data;

/// <summary>Someone who buys.</summary>
public class Customer
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public bool Active { get; set; }
}
