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

    private readonly int _count;
    private readonly IReadOnlyList<SourceFunction> _entries;
    private readonly SearchEdges _edges;
    private readonly Func<SourceFunction, SourceFunction, SourcePosition?> _positionOf;
    private readonly HashSet<SourceFunction> _sure = [];
    private readonly object _gate = new();
    private SearchTree? _tree;
    private bool _isExact;

    /// <summary>Prepares a search.</summary>
    /// <param name="count">How many functions there are.</param>
    /// <param name="entries">Where runs start, in a stable order.</param>
    /// <param name="possible">What a function may run at the most, in the order of the code; null where that takes its real edges.</param>
    /// <param name="actual">What a function runs, in the order of the code, each once.</param>
    /// <param name="positionOf">The statement that makes a function run another.</param>
    public LazyReachability(int count, IEnumerable<SourceFunction> entries, Func<SourceFunction, SourceFunction[]?> possible, Func<SourceFunction, SourceFunction[]> actual, Func<SourceFunction, SourceFunction, SourcePosition?> positionOf)
    {
        _count = count;
        _entries = [.. entries];
        _edges = new(count, possible, actual);
        _positionOf = positionOf;
    }

    /// <summary>Whether the function is reached.</summary>
    public bool Contains(SourceFunction function)
    {
        lock (_gate)
            return Settled([function]).Contains(function);
    }

    /// <summary>Those of the functions that are reached, nearest first.</summary>
    public IReadOnlyList<SourceFunction> Where(Func<SourceFunction, bool> isWanted)
    {
        lock (_gate)
        {
            var wanted = (_tree ?? Search()).Reached.Where(isWanted).ToList();
            var settled = Settled(wanted);
            return [.. wanted.Where(settled.Contains).OrderBy(settled.PlaceOf)];
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
            for (var current = tree.Contains(function) ? function : null; current is not null;)
            {
                steps.Add(new(current, position));
                var caller = tree.CallerOf(current);
                position = caller is null ? null : _positionOf(caller, current);
                current = caller;
            }

            steps.Reverse();
            return steps;
        }
    }

    /// <summary>The search's outcome, once the paths to all those functions hold.</summary>
    private SearchTree Settled(IReadOnlyList<SourceFunction> wanted)
    {
        var tree = _tree ?? Search();
        for (var searches = 1; ; searches++)
        {
            if (_isExact)
                return tree;
            if (searches > SearchLimit || wanted.Count > tree.Reached.Count / Much)
                return SearchExactly();
            var leading = new HashSet<SourceFunction>();
            var edges = new List<(SourceFunction From, SourceFunction To)>();
            foreach (var function in wanted)
                for (var current = function; tree.Contains(current) && _sure.Add(current) && tree.CallerOf(current) is { } from; current = from)
                {
                    edges.Add((from, current));
                    leading.Add(from);
                }

            _edges.Look(leading);
            var wrong = new bool[_count];
            var holds = true;
            foreach (var (from, to) in edges)
                holds &= !(wrong[to.Index] |= !_edges.Holds(from, to));
            if (holds)
                return tree;
            // What was reached wrongly may be again, and by many: all who may run it are looked into at once.
            _edges.Look(tree.Reached.Where(f => !_edges.AreKnown(f) && Array.Exists(_edges.From(f), t => wrong[t.Index])));
            tree = Search();
        }
    }

    /// <summary>Breadth first over real edges alone, level by level.</summary>
    private SearchTree SearchExactly()
    {
        var tree = new SearchTree(_count);
        List<SourceFunction> level = [];
        foreach (var entry in _entries)
            if (tree.Add(entry, null))
                level.Add(entry);
        while (level.Count > 0)
        {
            _edges.Look(level.Where(f => Array.Exists(_edges.From(f), t => !tree.Contains(t))));
            List<SourceFunction> next = [];
            foreach (var function in level)
                // Of the others all targets were reached before this level.
                if (_edges.AreKnown(function))
                    foreach (var target in _edges.From(function))
                        if (tree.Add(target, function))
                            next.Add(target);
            level = next;
        }

        _isExact = true;
        return _tree = tree;
    }

    /// <summary>Breadth first, with the real edges of every function that has been looked into.</summary>
    private SearchTree Search()
    {
        _sure.Clear();
        var tree = new SearchTree(_count);
        foreach (var entry in _entries)
            tree.Add(entry, null);
        for (var i = 0; i < tree.Reached.Count; i++)
            foreach (var target in _edges.From(tree.Reached[i]))
                tree.Add(target, tree.Reached[i]);
        return _tree = tree;
    }
}
