using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Catalogue;

/// <summary>Narrows a query to what a visitor typed. A filter is no bound: a search for "a" finds half the shop.</summary>
public static class ProductSearch
{
    public static IQueryable<Product> Matching(this IQueryable<Product> products, string text)
    {
        SearchTerms.Instance.Count(text);
        return products.Where(product => !product.Discontinued && EF.Functions.ILike(product.Name, $"%{text}%"));
    }
}
