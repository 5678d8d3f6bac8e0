namespace Storefront.Shipping;

/// <summary>Knows where parcels are.</summary>
public interface IParcelTracking
{
    Task<string> WhereAsync(string number, CancellationToken cancel);
}
