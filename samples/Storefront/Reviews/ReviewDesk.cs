using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reviews;

/// <summary>Takes reviews in. Of two at once the unique index lets one through, whatever both have seen before.</summary>
public class ReviewDesk(StorefrontDb db)
{
    public async Task<bool> AddAsync(NewReview review, CancellationToken cancel)
    {
        if (await db.Reviews.AnyAsync(known => known.ProductId == review.Product && known.CustomerId == review.Customer, cancel))
            return false;

        db.Reviews.Add(new Review { ProductId = review.Product, CustomerId = review.Customer, Stars = review.Stars, Text = review.Text, WrittenAt = DateTime.UtcNow });
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
