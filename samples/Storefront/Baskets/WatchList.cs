using StackExchange.Redis;

namespace Storefront.Baskets;

/// <summary>One command of Redis for one change: it cannot get between another's reading and writing.</summary>
public class WatchList(IDatabase redis)
{
    public async Task AddAsync(int customer, string sku) => await redis.SetAddAsync($"watched:{customer}", sku);
}
