using System.Data;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;

namespace Storefront.Invoices;

/// <summary>Numbers without gaps, as the tax office wants them, and numbers that may have some.</summary>
public class InvoiceNumbers(StorefrontDb db)
{
    // Whoever is in here keeps everybody else out, on all instances.
    public async Task<long> NextAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        var number = await db.Database.GetDbConnection().ExecuteScalarAsync<long>("UPDATE invoice_counter SET last = last + 1 WHERE id = 1 RETURNING last");
        await transaction.CommitAsync(cancel);
        return number;
    }

    public Task<long> NextDraftAsync(CancellationToken cancel) =>
        db.Database.GetDbConnection().ExecuteScalarAsync<long>(new CommandDefinition("SELECT nextval('invoice_drafts')", cancellationToken: cancel));
}
