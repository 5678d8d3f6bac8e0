using System.Collections.Concurrent;

namespace Storefront.Catalogue;

/// <summary>What people searched for; each instance knows only its own visitors.</summary>
public sealed class SearchTerms
{
    private readonly ConcurrentDictionary<string, int> _seen = new();

    private SearchTerms()
    {
    }

    public static SearchTerms Instance { get; } = new();

    public void Count(string term) => _seen.AddOrUpdate(term, 1, (_, times) => times + 1);

    public IReadOnlyList<string> Popular() => [.. _seen.OrderByDescending(pair => pair.Value).Take(10).Select(pair => pair.Key)];
}
