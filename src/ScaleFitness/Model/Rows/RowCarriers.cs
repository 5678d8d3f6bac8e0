using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;

namespace ScaleFitness.Model.Rows;

/// <summary>What a library's method makes of the rows it is given.</summary>
internal enum Carried
{
    /// <summary>Nobody knows.</summary>
    Elsewhere,

    /// <summary>It returns them, or some.</summary>
    Rows,

    /// <summary>It returns what a delegate makes of them.</summary>
    Mapped,

    /// <summary>It returns none of them.</summary>
    Nothing,
}

/// <summary>The well-known methods of collections, LINQ and tasks that hand rows on without looking into them; their delegates do that.</summary>
internal static class RowCarriers
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Skip", "SkipLast", "SkipWhile", "Take", "TakeLast", "TakeWhile", "Reverse", "Concat", "DefaultIfEmpty", "Chunk", "Cast", "OfType", "AsEnumerable",
        "ToList", "ToArray", "ToListAsync", "ToArrayAsync", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "MinBy", "MaxBy", "DistinctBy",
        "GetEnumerator", "GetAsyncEnumerator", "get_Current", "get_Item", "get_Value", "get_Values", "TryGetValue", "GetValueOrDefault", "Deconstruct", "Find", "FindAll", "FindLast", "AsReadOnly",
        "GetAwaiter", "GetResult", "get_Result", "AsTask", "FromResult", "WhenAll", "WithCancellation",
    };

    private static readonly HashSet<string> Mapping = new(StringComparer.Ordinal) { "Select", "SelectMany", "ConvertAll", "Zip", "Join", "GroupJoin", "Aggregate" };

    /// <summary>With one delegate they keep the rows, with two what the second makes of them.</summary>
    private static readonly HashSet<string> Keyed = new(StringComparer.Ordinal) { "ToDictionary", "ToDictionaryAsync", "ToLookup", "GroupBy" };

    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "Any", "All", "Count", "LongCount", "Sum", "Average", "MoveNext", "MoveNextAsync", "Dispose", "DisposeAsync", "get_Count", "get_Length", "get_Keys", "ContainsKey", "Exists", "TrueForAll", "FindIndex", "ForEach", "Sort", "Wait",
        "get_IsCompleted", "get_IsCompletedSuccessfully",
    };

    private static readonly HashSet<string> TwoSided = new(StringComparer.Ordinal) { "Concat", "Zip", "Join", "GroupJoin" };

    /// <summary>The names in the table.</summary>
    public static IEnumerable<string> Names => Passing.Concat(Mapping).Concat(Keyed).Concat(Asking);

    /// <summary>Types that have them.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        QueryMethods.Enumerable, QueryMethods.EfCore, "System.Collections.Generic.List`1", "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.KeyValuePair`2", "System.Collections.Generic.CollectionExtensions",
        "System.Collections.Generic.IAsyncEnumerable`1", "System.Collections.Generic.IAsyncEnumerator`1", "System.Collections.IEnumerator", "System.IDisposable", "System.IAsyncDisposable", "System.Array",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask`1", "System.Runtime.CompilerServices.TaskAwaiter`1", "System.Threading.Tasks.TaskAsyncEnumerableExtensions",
    ];

    /// <summary>What a call makes of the rows that it is called on or given.</summary>
    /// <param name="call">The call.</param>
    /// <param name="delegates">How many delegates it is given.</param>
    public static Carried Of(Call call, int delegates)
    {
        var name = call.Method.Name;
        if (!IsCarrier(call.Method.DeclaringType.FullName, call.Method.DeclaringType.Namespace))
            return Carried.Elsewhere;
        if (Keyed.Contains(name))
            return delegates > 1 ? Carried.Mapped : Carried.Rows;
        return Passing.Contains(name) ? Carried.Rows
            : Mapping.Contains(name) ? Carried.Mapped
            : Asking.Contains(name) || (name is "Min" or "Max" && delegates > 0) || name == "get_Key" ? Carried.Nothing
            : Carried.Elsewhere;
    }

    /// <summary>Whether it takes its rows there: as its source, or as the other of two.</summary>
    public static bool Takes(Call call, int argument) =>
        call.Receiver is null && (argument == 0 || (argument == 1 && TwoSided.Contains(call.Method.Name)));

    private static bool IsCarrier(string type, string @namespace) =>
        type is QueryMethods.Enumerable or "System.Linq.AsyncEnumerable" or "System.Array" or "System.IDisposable" or "System.IAsyncDisposable" or "System.Threading.Tasks.TaskAsyncEnumerableExtensions"
            or QueryMethods.EfCore or QueryMethods.Queryable
        || @namespace.StartsWith("System.Collections", StringComparison.Ordinal)
        || @namespace.StartsWith("System.Runtime.CompilerServices", StringComparison.Ordinal)
        || (@namespace == "System.Threading.Tasks" && !type.Contains("Factory", StringComparison.Ordinal))
        || (@namespace == "System.Linq" && !type.Contains("Quer", StringComparison.Ordinal));
}
