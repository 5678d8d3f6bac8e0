using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.SharedCache;

/// <summary>Which calls access one key of a distributed cache or of Redis, and where their key and value stand.</summary>
internal static class CacheCommands
{
    /// <summary>Whether some command has that name: a gate that costs no look at bodies.</summary>
    public static bool MayAccess(string method) => Base(method) is "Get" or "GetString" or "Set" or "SetString" or "StringGet" or "HashGet" or "StringSet" or "HashSet" or "StringIncrement" or "StringDecrement" or "HashIncrement" or "HashDecrement" or "KeyDelete" or "Remove";

    /// <summary>What the call does, or null.</summary>
    public static CacheAction? ActionOf(Call call)
    {
        var isRedis = IsRedis(call.Method);
        if (!isRedis && call.Method.DeclaringType.FullName is not (SharedCacheSymbols.DistributedCache or SharedCacheSymbols.DistributedCacheExtensions))
            return null;
        return Base(call.Method.Name) switch
        {
            "Get" or "GetString" when !isRedis => CacheAction.Read,
            "Set" or "SetString" when !isRedis => CacheAction.Write,
            "Remove" when !isRedis => CacheAction.Delete,
            "StringGet" or "HashGet" => CacheAction.Read,
            "StringSet" => SetIfAbsent.Is(call) ? CacheAction.SetIfAbsent : CacheAction.Write,
            "HashSet" when call.Method.Parameters.Length > 3 => SetIfAbsent.Is(call) ? CacheAction.SetIfAbsent : CacheAction.Write,
            "StringIncrement" or "StringDecrement" or "HashIncrement" or "HashDecrement" => CacheAction.Increment,
            "KeyDelete" => CacheAction.Delete,
            _ => null,
        };
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
