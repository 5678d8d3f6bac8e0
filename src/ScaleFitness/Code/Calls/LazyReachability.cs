using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// What a set of entry points reaches, found out for the functions that are asked for. A search over what functions may
/// run at the most, which is cheap, tells what cannot be reached, and a shortest path to the rest; only what lies on
/// such a path is looked into. Where an edge of it proves wrong, the function that it leaves counts with its real edges
/// from then on, and the search is run again. Paths that hold are those that a search of the call graph would find.
/// Asked for much, or proved wrong too often, it searches the call graph itself: even then a function is left alone
/// whose possible targets have all been reached before.
/// </summary>
internal sealed class LazyReachability
{
    /// <summary>Each search mends what the one before got wrong; past a few, what is left to mend costs more than the whole.</summary>
    private const int SearchLimit = 16;

    /// <summary>Asked for more than one in so many functions, most of the call graph is looked into either way.</summary>
    private const int Much = 6;

    private readonly IReadOnlyList<SourceFunction> _entries;
    private readonly Func<SourceFunction, IReadOnlyList<SourceFunction>?> _possible;
    private readonly Func<SourceFunction, IEnumerable<(SourceFunction Target, SourcePosition? Position)>> _actual;
    private readonly ConcurrentDictionary<SourceFunction, Dictionary<SourceFunction, SourcePosition?>> _known = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceFunction> _sure = new(ReferenceEqualityComparer.Instance);
    private readonly object _gate = new();
    private Dictionary<SourceFunction, Step>? _tree;
    private bool _isExact;

    /// <summary>Prepares a search.</summary>
    /// <param name="entries">Where runs start, in a stable order.</param>
    /// <param name="possible">What a function may run at the most, in the order of the code; null where that takes its real edges.</param>
    /// <param name="actual">What a function runs, in the order of the code.</param>
    public LazyReachability(IEnumerable<SourceFunction> entries, Func<SourceFunction, IReadOnlyList<SourceFunction>?> possible, Func<SourceFunction, IEnumerable<(SourceFunction Target, SourcePosition? Position)>> actual)
    {
        _entries = [.. entries];
        _possible = possible;
        _actual = actual;
    }

    /// <summary>Whether the function is reached.</summary>
    public bool Contains(SourceFunction function)
    {
        lock (_gate)
            return Settled([function]).ContainsKey(function);
    }

    /// <summary>Those of the functions that are reached, nearest first.</summary>
    public IReadOnlyList<SourceFunction> Where(Func<SourceFunction, bool> isWanted)
    {
        lock (_gate)
        {
            var wanted = (_tree ?? Search()).Keys.Where(isWanted).ToList();
            var settled = Settled(wanted);
            return [.. wanted.Where(settled.ContainsKey).OrderBy(f => settled[f].Order)];
        }
    }

    /// <summary>The shortest path, entry point first; empty where the function is not reached.</summary>
    public IReadOnlyList<PathStep> PathTo(SourceFunction function)
    {
        lock (_gate)
        {
            var tree = Settled([function]);
            var steps = new List<PathStep>();
            SourcePosition? position = null;
            for (var current = function; current is not null && tree.TryGetValue(current, out var step); current = step.From)
            {
                steps.Add(new(current, position));
                position = step.From is null ? null : _known[step.From][current];
            }

            steps.Reverse();
            return steps;
        }
    }

    /// <summary>The search's outcome, once the paths to all those functions hold.</summary>
    private Dictionary<SourceFunction, Step> Settled(IReadOnlyList<SourceFunction> wanted)
    {
        var tree = _tree ?? Search();
        for (var searches = 1; ; searches++)
        {
            if (_isExact)
                return tree;
            if (searches > SearchLimit || wanted.Count > tree.Count / Much)
                return SearchExactly();
            var leading = new HashSet<SourceFunction>(ReferenceEqualityComparer.Instance);
            var edges = new List<(SourceFunction From, SourceFunction To)>();
            foreach (var function in wanted)
                for (var current = function; tree.TryGetValue(current, out var step) && _sure.Add(current) && step.From is { } from; current = from)
                {
                    edges.Add((from, current));
                    leading.Add(from);
                }

            Look(leading);
            var wrong = edges.Where(e => !_known[e.From].ContainsKey(e.To)).Select(e => e.To).ToHashSet();
            if (wrong.Count == 0)
                return tree;
            // What was reached wrongly may be again, and by many: all who may run it are looked into at once.
            Look(tree.Keys.Where(f => !_known.ContainsKey(f) && _possible(f) is { } possible && possible.Any(wrong.Contains)));
            tree = Search();
        }
    }

    private void Look(IEnumerable<SourceFunction> functions)
    {
        var unknown = functions.Where(f => !_known.ContainsKey(f)).ToList();
        if (unknown.Count < Environment.ProcessorCount)
            unknown.ForEach(f => EdgesOf(f));
        else
            Parallel.ForEach(unknown, f => EdgesOf(f));
    }

    private Dictionary<SourceFunction, SourcePosition?> EdgesOf(SourceFunction function) => _known.GetOrAdd(function, f =>
    {
        var edges = new Dictionary<SourceFunction, SourcePosition?>(ReferenceEqualityComparer.Instance);
        foreach (var (target, position) in _actual(f))
            edges.TryAdd(target, position);
        return edges;
    });

    /// <summary>Breadth first over real edges alone, level by level.</summary>
    private Dictionary<SourceFunction, Step> SearchExactly()
    {
        var tree = new Dictionary<SourceFunction, Step>(ReferenceEqualityComparer.Instance);
        List<SourceFunction> level = [];
        foreach (var entry in _entries)
            Reach(tree, entry, null, level);
        while (level.Count > 0)
        {
            Look(level.Where(f => !_known.ContainsKey(f) && (_possible(f) is not { } possible || possible.Any(t => !tree.ContainsKey(t)))));
            List<SourceFunction> next = [];
            foreach (var function in level)
                if (_known.TryGetValue(function, out var edges))
                    foreach (var target in edges.Keys)
                        Reach(tree, target, function, next);
            level = next;
        }

        _isExact = true;
        return _tree = tree;
    }

    private static void Reach(Dictionary<SourceFunction, Step> tree, SourceFunction function, SourceFunction? from, List<SourceFunction> level)
    {
        if (tree.TryAdd(function, new(tree.Count, from)))
            level.Add(function);
    }

    /// <summary>Breadth first, with the real edges of every function that has been looked into.</summary>
    private Dictionary<SourceFunction, Step> Search()
    {
        _sure.Clear();
        var tree = new Dictionary<SourceFunction, Step>(ReferenceEqualityComparer.Instance);
        List<SourceFunction> reached = [];
        foreach (var entry in _entries)
            Reach(tree, entry, null, reached);
        for (var i = 0; i < reached.Count; i++)
            foreach (var target in PossibleEdges(reached[i]))
                Reach(tree, target, reached[i], reached);
        return _tree = tree;
    }

    private IEnumerable<SourceFunction> PossibleEdges(SourceFunction function) =>
        !_known.ContainsKey(function) && _possible(function) is { } possible ? possible : EdgesOf(function).Keys;

    /// <summary>How a function was reached.</summary>
    /// <param name="Order">How many were reached before.</param>
    /// <param name="From">The function that runs it, or null for an entry point.</param>
    private readonly record struct Step(int Order, SourceFunction? From);
}
