using StackExchange.Redis;

namespace Storefront.Notifications;

/// <summary>Work that waits outside the process: it outlives an instance, and any instance may do it.</summary>
public class TextQueue(IDatabase redis)
{
    public async Task AddAsync(string text) => await redis.ListLeftPushAsync("texts", text);

    public async Task<string[]> TakeAsync(int most) =>
        await redis.ListRightPopAsync("texts", most) is { } taken ? [.. taken.Select(text => (string)text!)] : [];
}
