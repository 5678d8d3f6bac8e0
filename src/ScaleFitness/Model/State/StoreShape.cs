using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.State;

/// <summary>What the type of a store and its changes say of it: whether the program bounds it, whether it holds locks.</summary>
public static class StoreShape
{
    private static readonly HashSet<string> Locks = new(StringComparer.Ordinal)
    {
        StateSymbols.SemaphoreSlim, StateSymbols.Lock, StateSymbols.Mutex, StateSymbols.ReaderWriterLockSlim, StateSymbols.Object,
    };

    /// <summary>Keys that the program bounds: a store of them cannot grow with the data, and every instance fills it alike.</summary>
    public static bool IsBounded(CompiledProgram program, TypeRef type, IReadOnlyCollection<StoreChange> changes, BoundedTexts texts) =>
        IsBounded(program, type, changes.Select(c => (c.Kind, c.Key)), texts);

    /// <summary>The same of a store that is no field.</summary>
    internal static bool IsBounded(CompiledProgram program, TypeRef type, IEnumerable<(ChangeKind Kind, Value? Key)> changes, BoundedTexts texts)
    {
        var store = Unwrapped(type);
        var hasKey = store.Name.Contains("Dictionary", StringComparison.Ordinal) || store.Name.Contains("Set`1", StringComparison.Ordinal);
        if (hasKey && store.Arguments is [var key, ..] && BoundedKeys.IsBounded(key, program))
            return true;
        return hasKey && changes.All(c => c.Kind is ChangeKind.Add or ChangeKind.Remove && (BoundedKeys.IsConstant(c.Key) || texts.Is(c.Key)));
    }

    /// <summary>Whether it holds locks by key: no data, but it grows as any store does.</summary>
    public static bool HoldsLocks(TypeRef type) => Locks.Contains(ValueOf(type)?.FullName ?? "");

    /// <summary>What its entries are, or null for an array and what is no collection.</summary>
    public static TypeRef? ValueOf(TypeRef type) => Unwrapped(type) is { Arguments: [.., var value] } ? value : null;

    /// <summary>Whether it is a collection, cache or array that can change, or a <see cref="Lazy{T}"/> of one.</summary>
    public static bool IsStore(TypeRef type) => StoreMethods.IsCollection(type) || IsCache(type);

    /// <summary>Whether it is a cache in memory.</summary>
    public static bool IsCache(TypeRef type) => type.Name.Contains("MemoryCache", StringComparison.Ordinal);

    private static TypeRef Unwrapped(TypeRef type) => type.FullName == StateSymbols.Lazy && type.SoleArgument is { } inner ? inner : type;
}
