using System.Collections.Frozen;

namespace Storefront.Catalogue;

/// <summary>Static, and right: filled once, never written again.</summary>
public static class ExchangeRates
{
    private static readonly FrozenDictionary<string, decimal> _fromEuro = new Dictionary<string, decimal>
    {
        ["EUR"] = 1m,
        ["CHF"] = 0.95m,
        ["GBP"] = 0.85m,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static decimal FromEuro(string currency) => _fromEuro.GetValueOrDefault(currency, 1m);
}
