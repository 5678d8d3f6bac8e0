namespace ScaleFitness.Model.MemoryCaching;

/// <summary>Names of the cache in memory: a test resolves each against the framework.</summary>
internal static class MemoryCacheSymbols
{
    public const string Cache = "Microsoft.Extensions.Caching.Memory.IMemoryCache";
    public const string CacheExtensions = "Microsoft.Extensions.Caching.Memory.CacheExtensions";
    public const string MemoryCache = "Microsoft.Extensions.Caching.Memory.MemoryCache";
    public const string CacheOptions = "Microsoft.Extensions.Caching.Memory.MemoryCacheOptions";
    public const string Entry = "Microsoft.Extensions.Caching.Memory.ICacheEntry";
    public const string EntryExtensions = "Microsoft.Extensions.Caching.Memory.CacheEntryExtensions";
    public const string EntryOptions = "Microsoft.Extensions.Caching.Memory.MemoryCacheEntryOptions";
    public const string EntryOptionsExtensions = "Microsoft.Extensions.Caching.Memory.MemoryCacheEntryExtensions";
}
