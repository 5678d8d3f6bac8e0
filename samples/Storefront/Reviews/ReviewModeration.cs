using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Reviews;

/// <summary>Hides reviews: once row by row, once in one statement.</summary>
public class ReviewModeration(StorefrontDb db)
{
    public async Task HideBeforeAsync(DateTime day, CancellationToken cancel)
    {
        foreach (var review in await db.Reviews.Where(review => review.WrittenAt < day).ToListAsync(cancel))
            review.Hidden = true;

        await db.SaveChangesAsync(cancel);
    }

    public Task HideOfProductAsync(int product, CancellationToken cancel) =>
        db.Reviews.Where(review => review.ProductId == product)
            .ExecuteUpdateAsync(change => change.SetProperty(review => review.Hidden, true), cancel);
}
