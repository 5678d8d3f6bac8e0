using Dapper;
using Npgsql;

namespace Storefront.Archive;

/// <summary>Reads the archive with SQL of its own, once with and once without an end.</summary>
public class OrderArchive(NpgsqlDataSource source)
{
    public async Task<IEnumerable<ArchivedOrder>> OfCountryAsync(string country, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.QueryAsync<ArchivedOrder>("SELECT id, country, total FROM archived_orders WHERE country = @country ORDER BY id", new { country });
    }

    public async Task<IEnumerable<ArchivedOrder>> OfYearAsync(int year, long after, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.QueryAsync<ArchivedOrder>("SELECT id, country, total FROM archived_orders WHERE year = @year AND id > @after ORDER BY id LIMIT 50", new { year, after });
    }

    public async Task<ArchivedOrder?> FindAsync(long id, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<ArchivedOrder>("SELECT id, country, total FROM archived_orders WHERE id = @id", new { id });
    }
}
