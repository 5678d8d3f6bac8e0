using System.Text.Json;
using StackExchange.Redis;

namespace Storefront.Baskets;

/// <summary>Reads the list, adds to it, writes it back. Of two wishes at once, one is lost.</summary>
public class WishList(IDatabase redis)
{
    public async Task AddAsync(int customer, string sku)
    {
        var stored = await redis.StringGetAsync($"wishes:{customer}");
        var skus = stored.IsNull ? [] : JsonSerializer.Deserialize<List<string>>((string)stored!)!;
        skus.Add(sku);
        await redis.StringSetAsync($"wishes:{customer}", JsonSerializer.Serialize(skus));
    }
}
