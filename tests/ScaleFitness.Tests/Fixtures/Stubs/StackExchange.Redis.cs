namespace StackExchange.Redis;

public readonly struct RedisKey { public static implicit operator RedisKey(string? key) => default; }
public readonly struct RedisChannel { public static implicit operator RedisChannel(string channel) => default; public static RedisChannel Literal(string value) => default; }
public readonly struct RedisValue
{
    public static implicit operator RedisValue(string? value) => default;
    public static implicit operator RedisValue(int value) => default;
    public static implicit operator RedisValue(long value) => default;
    public static implicit operator RedisValue(byte[]? value) => default;
    public static implicit operator string?(RedisValue value) => null;
    public static explicit operator int(RedisValue value) => 0;
    public static explicit operator long(RedisValue value) => 0;
    public bool HasValue => false;
    public bool IsNull => true;
    public bool IsNullOrEmpty => true;
}
public readonly struct RedisResult { }
public readonly struct HashEntry(RedisValue name, RedisValue value) { public RedisValue Name { get; } = name; public RedisValue Value { get; } = value; }
public readonly struct StreamEntry(RedisValue id, HashEntry[] values) { public RedisValue Id { get; } = id; public HashEntry[] Values { get; } = values; }
public enum When { Always, Exists, NotExists }
public readonly struct Expiration { public static implicit operator Expiration(TimeSpan ttl) => default; }
public readonly struct ValueCondition { public static ValueCondition NotExists => default; public static ValueCondition Always => default; public static implicit operator ValueCondition(When when) => default; }
[Flags] public enum CommandFlags { None = 0, FireAndForget = 2, DemandMaster = 4 }
public enum Order { Ascending, Descending }
public abstract class Condition { public static Condition KeyNotExists(RedisKey key) => null!; public static Condition StringEqual(RedisKey key, RedisValue value) => null!; }
public interface ITransaction : IDatabaseAsync { bool Execute(CommandFlags flags = CommandFlags.None); Task<bool> ExecuteAsync(CommandFlags flags = CommandFlags.None); void AddCondition(Condition condition); }
public interface IBatch : IDatabaseAsync { void Execute(); }
public interface IDatabaseAsync
{
    Task<RedisValue> StringGetAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null, When when = When.Always, CommandFlags flags = CommandFlags.None);
    Task<bool> StringSetAsync(RedisKey key, RedisValue value, Expiration expiry, ValueCondition when, CommandFlags flags = CommandFlags.None);
    Task<long> StringIncrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
    Task<long> StringDecrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
    Task<long> HashDecrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
    Task<RedisValue> ListLeftPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<RedisValue> ListRightPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<StreamEntry[]> StreamReadGroupAsync(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position = null, int? count = null, bool noAck = false, CommandFlags flags = CommandFlags.None);
    Task<double> StringIncrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
    Task<bool> KeyDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None);
    Task<bool> KeyExistsAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<RedisValue> HashGetAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
    Task<HashEntry[]> HashGetAllAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<bool> HashSetAsync(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
    Task<long> HashIncrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
    Task<bool> HashDeleteAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
    Task<long> ListLeftPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
    Task<long> ListRightPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
    Task<RedisValue[]> ListRangeAsync(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None);
    Task<bool> SetAddAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
    Task<RedisValue[]> SetMembersAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
    Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, CommandFlags flags = CommandFlags.None);
    Task<RedisValue[]> SortedSetRangeByRankAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
    Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
    Task<bool> LockTakeAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
    Task<bool> LockReleaseAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
    Task<bool> LockExtendAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
    Task<RedisValue> LockQueryAsync(RedisKey key, CommandFlags flags = CommandFlags.None);
}
public interface IDatabase : IDatabaseAsync
{
    RedisValue StringGet(RedisKey key, CommandFlags flags = CommandFlags.None);
    long HashDecrement(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
    HashEntry[] HashGetAll(RedisKey key, CommandFlags flags = CommandFlags.None);
    RedisValue ListLeftPop(RedisKey key, CommandFlags flags = CommandFlags.None);
    RedisValue ListRightPop(RedisKey key, CommandFlags flags = CommandFlags.None);
    StreamEntry[] StreamReadGroup(RedisKey key, RedisValue groupName, RedisValue consumerName, RedisValue? position = null, int? count = null, bool noAck = false, CommandFlags flags = CommandFlags.None);
    double StringIncrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None);
    RedisValue StringGetSet(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
    bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry = null, When when = When.Always, CommandFlags flags = CommandFlags.None);
    long StringIncrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
    long StringDecrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);
    bool KeyDelete(RedisKey key, CommandFlags flags = CommandFlags.None);
    bool KeyExpire(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None);
    bool KeyExists(RedisKey key, CommandFlags flags = CommandFlags.None);
    RedisValue HashGet(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
    bool HashSet(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
    long HashIncrement(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);
    bool HashDelete(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);
    long ListLeftPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
    long ListRightPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);
    RedisValue[] ListRange(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None);
    bool SetAdd(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
    RedisValue[] SetMembers(RedisKey key, CommandFlags flags = CommandFlags.None);
    bool SortedSetAdd(RedisKey key, RedisValue member, double score, CommandFlags flags = CommandFlags.None);
    RedisValue[] SortedSetRangeByRank(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);
    RedisResult ScriptEvaluate(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);
    bool LockTake(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
    bool LockRelease(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);
    bool LockExtend(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);
    RedisValue LockQuery(RedisKey key, CommandFlags flags = CommandFlags.None);
    ITransaction CreateTransaction(object? asyncState = null);
    IBatch CreateBatch(object? asyncState = null);
}
public interface ISubscriber { long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None); Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None); }
public interface IServer { IEnumerable<RedisKey> Keys(int database = -1, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None); }
public interface IConnectionMultiplexer : IDisposable { IDatabase GetDatabase(int db = -1, object? asyncState = null); ISubscriber GetSubscriber(object? asyncState = null); IServer GetServer(string hostAndPort, object? asyncState = null); }
public sealed class ConnectionMultiplexer : IConnectionMultiplexer
{
    public static ConnectionMultiplexer Connect(string configuration, TextWriter? log = null) => new();
    public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, TextWriter? log = null) => Task.FromResult(new ConnectionMultiplexer());
    public IDatabase GetDatabase(int db = -1, object? asyncState = null) => null!;
    public ISubscriber GetSubscriber(object? asyncState = null) => null!;
    public IServer GetServer(string hostAndPort, object? asyncState = null) => null!;
    public void Dispose() { }
}
