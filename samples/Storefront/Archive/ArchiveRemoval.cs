using Npgsql;

namespace Storefront.Archive;

/// <summary>Opens a connection and leaves it to the garbage collector: the pool is empty long before that comes.</summary>
public class ArchiveRemoval(NpgsqlDataSource source)
{
    public async Task RemoveAsync(long id, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("DELETE FROM archived_orders WHERE id = @id", connection);
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
