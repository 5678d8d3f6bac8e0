using System.Collections.Immutable;

namespace Storefront.Stock;

/// <summary>What never changes needs no lock, however many read it.</summary>
public class AislePlan
{
    private readonly ImmutableArray<string> _aisles = [.. Enumerable.Range(1, 40).Select(aisle => $"aisle {aisle}")];

    public string Of(string sku) => _aisles[sku.Length % _aisles.Length];
}
