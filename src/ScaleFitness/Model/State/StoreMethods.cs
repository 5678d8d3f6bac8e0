using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Which methods change a collection or a cache.</summary>
public static class StoreMethods
{
    private static readonly HashSet<string> Adds = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddBefore", "AddAfter", "Insert", "InsertRange", "TryAdd", "set_Item", "AddOrUpdate", "GetOrAdd", "TryUpdate",
        "Enqueue", "EnqueueRange", "Push", "PushRange", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "EnqueueDequeue", "Append",
    };

    private static readonly HashSet<string> Removals = new(StringComparer.Ordinal)
    {
        "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveWhere", "RemoveFirst", "RemoveLast", "TryRemove", "Clear", "Dequeue", "TryDequeue", "Pop", "TryPop", "TryTake", "Take",
    };

    private static readonly HashSet<string> CacheWrites = new(StringComparer.Ordinal) { "Set", "CreateEntry", "GetOrCreate", "GetOrCreateAsync" };

    /// <summary>Types whose entries live as long as their keys, or are a pool: no store of data.</summary>
    private static readonly HashSet<string> Exempt = new(StringComparer.Ordinal) { "System.Runtime.CompilerServices.ConditionalWeakTable`2" };

    /// <summary>How the call changes its subject, or null where it does not.</summary>
    public static ChangeKind? ChangeOf(Call call) => ChangeOf(call.Method);

    /// <summary>How calls of the method change their subject, or null where they do not.</summary>
    public static ChangeKind? ChangeOf(MethodRef method)
    {
        var type = method.DeclaringType;
        if (type.FullName is "Microsoft.Extensions.Caching.Memory.CacheExtensions" or "Microsoft.Extensions.Caching.Memory.IMemoryCache" or "Microsoft.Extensions.Caching.Memory.MemoryCache" or "System.Runtime.Caching.ObjectCache" or "System.Runtime.Caching.MemoryCache")
            return CacheWrites.Contains(method.Name) || method.Name is "Add" or "AddOrGetExisting" ? ChangeKind.Add : method.Name is "Remove" or "Clear" or "Compact" ? ChangeKind.Remove : null;
        if (!IsCollection(type) || Exempt.Contains(type.FullName))
            return null;
        return Adds.Contains(method.Name) ? ChangeKind.Add : Removals.Contains(method.Name) ? ChangeKind.Remove : null;
    }

    /// <summary>The key or element that the call writes, or null.</summary>
    public static Value? KeyOf(Call call) =>
        call.Receiver is null ? call.Arguments.ElementAtOrDefault(1) : call.Arguments.FirstOrDefault();

    /// <summary>Whether a type holds many things and can change.</summary>
    public static bool IsCollection(TypeRef type) =>
        type.Kind == TypeKind.Array
        || (type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal)
            && type.Namespace is not ("System.Collections.Immutable" or "System.Collections.Frozen")
            && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal) && !type.Name.StartsWith("ReadOnly", StringComparison.Ordinal));
}
