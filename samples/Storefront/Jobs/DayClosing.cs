using StackExchange.Redis;

namespace Storefront.Jobs;

/// <summary>A lock that an instance which dies keeps for ever, and that anybody's release takes from whoever has it.</summary>
public class DayClosing(IDatabase redis)
{
    public async Task<bool> TryCloseAsync(string day)
    {
        if (!await redis.StringSetAsync("lock:closing", "closing", when: When.NotExists))
            return false;
        await redis.HashSetAsync("days", day, "closed");
        await redis.KeyDeleteAsync("lock:closing");
        return true;
    }
}
