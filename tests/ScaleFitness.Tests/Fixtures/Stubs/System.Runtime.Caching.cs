namespace System.Runtime.Caching;

public class CacheItemPolicy;

public abstract class ObjectCache
{
    public abstract object AddOrGetExisting(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null);
    public abstract void Set(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null);
    public abstract object Remove(string key, string? regionName = null);
}

public class MemoryCache : ObjectCache
{
    public static MemoryCache Default => null!;
    public override object AddOrGetExisting(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null) => null!;
    public override void Set(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null) { }
    public override object Remove(string key, string? regionName = null) => null!;
}
