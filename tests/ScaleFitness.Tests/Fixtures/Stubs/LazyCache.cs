namespace LazyCache;

public interface IAppCache
{
    Task<T> GetOrAddAsync<T>(string key, Func<Microsoft.Extensions.Caching.Memory.ICacheEntry, Task<T>> addItemFactory);
}
