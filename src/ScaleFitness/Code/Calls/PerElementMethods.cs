using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Calls;

/// <summary>Library methods that run the delegates they are given once per element. Each row is resolved against the real library by a test.</summary>
public static class PerElementMethods
{
    private static readonly Dictionary<string, IReadOnlySet<string>> ByType = new(StringComparer.Ordinal)
    {
        // Every delegate of LINQ is run per element (or per group); see RunsOnce for the exception.
        ["System.Linq.Enumerable"] = Names(),
        ["System.Linq.ParallelEnumerable"] = Names(),
        ["System.Linq.AsyncEnumerable"] = Names(),
        ["System.Threading.Tasks.Parallel"] = Names("For", "ForAsync", "ForEach", "ForEachAsync"),
        ["System.Collections.Generic.List`1"] = Names("ConvertAll", "Exists", "Find", "FindAll", "FindIndex", "FindLast", "FindLastIndex", "ForEach", "RemoveAll", "Sort", "TrueForAll"),
        ["System.Collections.Generic.HashSet`1"] = Names("RemoveWhere"),
        ["System.Collections.Generic.SortedSet`1"] = Names("RemoveWhere"),
        ["System.Collections.Immutable.ImmutableList`1"] = Names("ConvertAll", "Exists", "Find", "FindAll", "FindIndex", "FindLast", "FindLastIndex", "ForEach", "RemoveAll", "TrueForAll"),
        ["System.Array"] = Names("ConvertAll", "Exists", "Find", "FindAll", "FindIndex", "FindLast", "FindLastIndex", "ForEach", "Sort", "TrueForAll"),
        ["System.Text.RegularExpressions.Regex"] = Names("Replace"),
        ["Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions"] = Names("ForEachAsync", "ToDictionaryAsync"),
    };

    /// <summary>Types and the names of their methods; no names stand for every method that takes a delegate.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Rows => ByType;

    /// <summary>Whether a call of the method runs the delegate given as that argument once per element.</summary>
    public static bool Runs(MethodRef method, int argument) =>
        ByType.TryGetValue(method.DeclaringType.FullName, out var names)
        && (names.Count == 0 || names.Contains(method.Name)) && !RunsOnce(method, argument);

    /// <summary>The selector that makes an aggregate's end result.</summary>
    private static bool RunsOnce(MethodRef method, int argument) => method.Name == "Aggregate" && argument == 3 && method.Parameters.Length == 4;

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
