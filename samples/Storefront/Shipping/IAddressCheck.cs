namespace Storefront.Shipping;

/// <summary>Knows addresses.</summary>
public interface IAddressCheck
{
    Task<bool> ExistsAsync(string street, CancellationToken cancel);
}
