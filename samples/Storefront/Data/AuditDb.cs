using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>The audit trail, apart from the shop's own tables.</summary>
public class AuditDb(DbContextOptions<AuditDb> options) : DbContext(options)
{
    public DbSet<AuditEntry> Entries => Set<AuditEntry>();
}
