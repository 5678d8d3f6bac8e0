using Storefront.Data;

namespace Storefront.Imports;

/// <summary>Saves a thousand at a time.</summary>
public class SubscriberImport(StorefrontDb db)
{
    public async Task RunAsync(IReadOnlyList<string> emails, CancellationToken cancel)
    {
        foreach (var batch in emails.Chunk(1000))
        {
            db.Subscribers.AddRange(batch.Select(email => new Subscriber { Email = email, Since = DateTime.UtcNow }));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
