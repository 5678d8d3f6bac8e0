namespace ZiggyCreatures.Caching.Fusion;

public class FusionCacheEntryOptions;

public interface IFusionCache : IDisposable
{
    ValueTask<TValue> GetOrSetAsync<TValue>(string key, TValue defaultValue, FusionCacheEntryOptions? options = null, CancellationToken token = default);
    TValue GetOrSet<TValue>(string key, TValue defaultValue, FusionCacheEntryOptions? options = null, CancellationToken token = default);
}
