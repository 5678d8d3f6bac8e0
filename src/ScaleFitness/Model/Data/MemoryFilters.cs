using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>An operator in memory on what a query has just loaded, in the same function.</summary>
/// <param name="Filter">The operator.</param>
/// <param name="Load">The call that leaves the database: <c>ToList</c>, <c>AsEnumerable</c> …</param>
/// <param name="Query">What it loads.</param>
public sealed record MemoryFilter(Call Filter, Call Load, Query Query);

/// <summary>Finds where code narrows in memory what a query has just loaded. Safe to use from several threads.</summary>
public sealed class MemoryFilters
{
    private static readonly HashSet<string> Narrowing = new(StringComparer.Ordinal)
    {
        "Where", "OrderBy", "OrderByDescending", "Skip", "Take", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault",
        "Count", "LongCount", "Any", "All", "Sum", "Average", "Min", "Max", "MinBy", "MaxBy", "DistinctBy", "TakeWhile", "SkipWhile",
    };

    private static readonly HashSet<string> OfLists = new(StringComparer.Ordinal) { "Find", "FindAll", "Exists", "FindLast", "TrueForAll", "RemoveAll" };

    /// <summary>To look one group up, or to have the only one of a key, throws no rows away.</summary>
    private static readonly HashSet<string> OfGroups = new(StringComparer.Ordinal) { "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Any", "All" };

    private readonly CodeModel _code;
    private readonly QueryReader _queries;
    private readonly ConcurrentDictionary<SourceFunction, IReadOnlyList<MemoryFilter>> _known = [];

    internal MemoryFilters(CodeModel code, QueryReader queries)
    {
        _code = code;
        _queries = queries;
    }

    /// <summary>Names of LINQ's operators in memory that a database would better have run.</summary>
    public static IReadOnlySet<string> Operators => Narrowing;

    /// <summary>The first such operator on each load of a function.</summary>
    public IReadOnlyList<MemoryFilter> In(SourceFunction function) => _known.GetOrAdd(function, Find);

    private IReadOnlyList<MemoryFilter> Find(SourceFunction function) =>
    [
        .. _code.BodyOf(function).Calls.Where(IsNarrowing)
            .SelectMany(filter => LoadsOf(filter.Subject!, OfGroups.Contains(filter.Method.Name), []).Where(load => !IsEmptyCheck(filter, load) && !WholeUse.Occurs(_code.BodyOf(function), load, filter)).SelectMany(load => _queries.Read(load.Arguments[0]).Select(query => new MemoryFilter(filter, load, query))))
            .Where(f => f.Query.Root is EntityRoot && !TreeRoots.ArePicked(_code, f)),
    ];

    internal static bool IsNarrowing(Call call) =>
        call.Method.DeclaringType.FullName == QueryMethods.Enumerable ? Narrowing.Contains(call.Method.Name)
        : call.Method.DeclaringType.FullName == "System.Collections.Generic.List`1" && OfLists.Contains(call.Method.Name);

    /// <summary>Whether it only asks if there are any of the rows that other code then goes through.</summary>
    private bool IsEmptyCheck(Call filter, Call load)
    {
        if (filter is not { Method.Name: "Any", Arguments.Count: 1 })
            return false;
        var body = _code.BodyOf(filter.Function);
        return body.Calls.Any(c => c != filter && c.Arguments.Concat(c.Receiver is { } receiver ? [receiver] : []).Any(IsLoaded)) || body.Returns.Any(IsLoaded) || body.CapturedWrites.Any(w => IsLoaded(w.Value));

        bool IsLoaded(Value value) => ValueWalk.Origins(value).Any(o => o is AwaitValue or CallValue { Call.Method.Name: not "Any" } && ValueWalk.Origins(ValueWalk.Awaited(o)).Any(l => l is CallValue made && made.Call == load) && !(load.Method.ReturnType.Namespace == "System.Threading.Tasks" && o is CallValue));
    }

    /// <summary>The calls that loaded a sequence; none where an operator that narrows comes between, which is told instead, or one that puts all rows into groups to be looked up.</summary>
    private static IEnumerable<Call> LoadsOf(Value sequence, bool isLookup, HashSet<Value> seen)
    {
        foreach (var origin in ValueWalk.Origins(ValueWalk.Awaited(sequence)).Select(ValueWalk.Awaited).SelectMany(ValueWalk.Origins))
        {
            if (!seen.Add(origin) || origin is not CallValue { Call: { Arguments.Count: > 0 } call })
                continue;
            if (IsLoad(call))
                yield return call;
            else if (call.Method.DeclaringType.FullName == QueryMethods.Enumerable && !IsNarrowing(call) && !(isLookup && call.Method.Name == "GroupBy"))
                foreach (var load in LoadsOf(call.Arguments[0], isLookup, seen))
                    yield return load;
        }
    }

    private static bool IsLoad(Call call) =>
        (QueryMethods.Materialises(call.Method) && QuerySources.IsQueryable(call.Arguments[0].Type))
        || (call.Method.Name == "AsEnumerable" && call.Method.DeclaringType.FullName == QueryMethods.Enumerable && QuerySources.IsQueryable(call.Arguments[0].Type));
}
