using System.Collections.Concurrent;

namespace Storefront.Stock;

/// <summary>A singleton is one for each instance: what is taken here is free next door.</summary>
public class Reservations
{
    private readonly ConcurrentDictionary<string, string> _holders = new();

    public bool TryReserve(string sku, string customer) => _holders.TryAdd(sku, customer);
}
