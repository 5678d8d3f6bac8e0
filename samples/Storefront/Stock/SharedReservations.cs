using StackExchange.Redis;

namespace Storefront.Stock;

/// <summary>One for all instances, and it lets go by itself.</summary>
public class SharedReservations(IDatabase redis)
{
    public async Task<bool> TryReserveAsync(string sku, string customer) =>
        await redis.StringSetAsync($"reserved:{sku}", customer, TimeSpan.FromMinutes(10), When.NotExists);
}
