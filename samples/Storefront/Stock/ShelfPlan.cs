namespace Storefront.Stock;

/// <summary>Everybody who asks waits for everybody who asked before.</summary>
public class ShelfPlan
{
    private readonly object _gate = new();
    private readonly string[] _shelves = [.. Enumerable.Range(1, 500).Select(shelf => $"shelf {shelf}")];

    public string Of(string sku)
    {
        lock (_gate)
        {
            var best = _shelves[0];
            foreach (var shelf in _shelves)
                if (HashCode.Combine(shelf, sku) > HashCode.Combine(best, sku))
                    best = shelf;
            return best;
        }
    }
}
