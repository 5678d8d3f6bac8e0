using StackExchange.Redis;

namespace Storefront.Jobs;

/// <summary>A lock with an end and an owner.</summary>
public class MonthClosing(IDatabase redis)
{
    public async Task<bool> TryCloseAsync(string month)
    {
        var token = Guid.NewGuid().ToString();
        if (!await redis.LockTakeAsync("lock:month", token, TimeSpan.FromSeconds(30)))
            return false;
        await redis.HashSetAsync("months", month, "closed");
        await redis.LockReleaseAsync("lock:month", token);
        return true;
    }
}
