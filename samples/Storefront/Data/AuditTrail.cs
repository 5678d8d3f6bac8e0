namespace Storefront.Data;

/// <summary>Writes the audit trail.</summary>
public class AuditTrail(AuditDb db)
{
    public async Task WriteAsync(string what, CancellationToken cancel)
    {
        db.Entries.Add(new AuditEntry { At = DateTime.UtcNow, What = what });
        await db.SaveChangesAsync(cancel);
    }
}
