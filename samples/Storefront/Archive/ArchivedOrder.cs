namespace Storefront.Archive;

/// <summary>What is left of an order.</summary>
public record ArchivedOrder(long Id, string Country, decimal Total);
