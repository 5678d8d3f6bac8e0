using Storefront.Data;

namespace Storefront.Catalogue;

/// <summary>One for the whole process, and with it one repository, and with that one database context.</summary>
public class Recommendations : IRecommendations
{
    private readonly IProductRepository _products;

    public Recommendations(IProductRepository products)
    {
        _products = products;
    }

    public async Task<List<Product>> TodayAsync(CancellationToken cancel) =>
        await _products.PageAsync(DateTime.UtcNow.DayOfYear % 10, 5, cancel);
}
