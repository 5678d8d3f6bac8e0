namespace Storefront.Data;

/// <summary>Who did what, and when.</summary>
public class AuditEntry
{
    public long Id { get; set; }

    public DateTime At { get; set; }

    public required string What { get; set; }
}
