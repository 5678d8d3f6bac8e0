namespace ScaleFitness.Model.SharedCache;

/// <summary>Names of stores that instances share: a test resolves each against the framework, a package or a stub.</summary>
internal static class SharedCacheSymbols
{
    public const string DistributedCache = "Microsoft.Extensions.Caching.Distributed.IDistributedCache";
    public const string DistributedCacheExtensions = "Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions";
    public const string Redis = "StackExchange.Redis.IDatabase";
    public const string RedisAsync = "StackExchange.Redis.IDatabaseAsync";
    public const string RedisWhen = "StackExchange.Redis.When";
    public const string RedisCondition = "StackExchange.Redis.ValueCondition";
    public const string RedisNamespace = "StackExchange.Redis";
    public const string DistributedLockNamespace = "Medallion.Threading";
    public const string RedLockNamespace = "RedLockNet";
    public const string StringHandler = "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler";
}
