using Storefront.Data;

namespace Storefront.Catalogue;

/// <summary>What the front page shows off.</summary>
public interface IRecommendations
{
    Task<List<Product>> TodayAsync(CancellationToken cancel);
}
