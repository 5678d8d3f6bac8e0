using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>Which calls access one key of a distributed cache or of Redis, and where their key and value stand.</summary>
internal static class CacheCommands
{
    private static readonly Dictionary<string, CacheAction> Redis = new(StringComparer.Ordinal)
    {
        ["StringGet"] = CacheAction.Read,
        ["HashGet"] = CacheAction.Read,
        ["StringSet"] = CacheAction.Write,
        ["HashSet"] = CacheAction.Write,
        ["StringIncrement"] = CacheAction.Increment,
        ["StringDecrement"] = CacheAction.Increment,
        ["HashIncrement"] = CacheAction.Increment,
        ["HashDecrement"] = CacheAction.Increment,
        ["KeyDelete"] = CacheAction.Delete,
    };

    private static readonly Dictionary<string, CacheAction> Distributed = new(StringComparer.Ordinal)
    {
        ["Get"] = CacheAction.Read,
        ["GetString"] = CacheAction.Read,
        ["Set"] = CacheAction.Write,
        ["SetString"] = CacheAction.Write,
        ["Remove"] = CacheAction.Delete,
    };

    /// <summary>Methods by type: each is there with and without <c>Async</c>.</summary>
    public static IEnumerable<(string Type, string Method)> Rows =>
    [
        .. Redis.Keys.SelectMany(k => new[] { (SharedCacheSymbols.Redis, k), (SharedCacheSymbols.RedisAsync, k + "Async") }),
        .. Distributed.Keys.SelectMany(k => new[] { k, k + "Async" }).Select(k => (k.Contains("String", StringComparison.Ordinal) ? SharedCacheSymbols.DistributedCacheExtensions : SharedCacheSymbols.DistributedCache, k)),
    ];

    /// <summary>Whether some command has that name: a gate that costs no look at bodies.</summary>
    public static bool MayAccess(string method) => Base(method) is var name && (Redis.ContainsKey(name) || Distributed.ContainsKey(name));

    /// <summary>What the call does, or null.</summary>
    public static CacheAction? ActionOf(Call call)
    {
        var name = Base(call.Method.Name);
        if (!IsRedis(call.Method))
            return call.Method.DeclaringType.FullName is SharedCacheSymbols.DistributedCache or SharedCacheSymbols.DistributedCacheExtensions && Distributed.TryGetValue(name, out var access) ? access : null;
        // Several fields of a hash at once have several keys.
        if (!Redis.TryGetValue(name, out var action) || name == "HashSet" && call.Method.Parameters.Length <= 3)
            return null;
        return action == CacheAction.Write && SetIfAbsent.Is(call) ? CacheAction.SetIfAbsent : action;
    }

    /// <summary>The values that make the key: two for a field of a hash.</summary>
    public static IEnumerable<Value> KeysOf(Call call) => call.Arguments.Skip(First(call)).Take(IsHash(call) ? 2 : 1);

    /// <summary>What the call writes.</summary>
    public static Value? WrittenBy(Call call) => call.Arguments.ElementAtOrDefault(First(call) + (IsHash(call) ? 2 : 1));

    /// <summary>Whether it is a call of Redis.</summary>
    public static bool IsRedis(MethodRef method) => method.DeclaringType.FullName is SharedCacheSymbols.Redis or SharedCacheSymbols.RedisAsync;

    private static int First(Call call) => call.Method.HasThis ? 0 : 1;

    private static bool IsHash(Call call) => call.Method.Name.StartsWith("Hash", StringComparison.Ordinal);

    private static string Base(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method[..^5] : method;
}
