using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>One step of a path: a function, and the statement in it that leads to the next.</summary>
/// <param name="Function">The function.</param>
/// <param name="Position">The statement; for the last step, null.</param>
public sealed record PathStep(SourceFunction Function, SourcePosition? Position);

/// <summary>What a set of entry points reaches, with the shortest path to each function as evidence.</summary>
public sealed class Reachability
{
    private readonly Dictionary<SourceFunction, (SourceFunction? From, SourcePosition? Position)> _reached = [];

    private Reachability()
    {
    }

    /// <summary>Functions that are reached, nearest first.</summary>
    public IEnumerable<SourceFunction> Functions => _reached.Keys;

    /// <summary>Searches breadth first.</summary>
    /// <param name="entries">Where runs start, in a stable order.</param>
    /// <param name="edges">What a function may run.</param>
    /// <param name="limit">How many functions are enough; the nearest are found first.</param>
    public static Reachability From(IEnumerable<SourceFunction> entries, Func<SourceFunction, IEnumerable<(SourceFunction Target, SourcePosition? Position)>> edges, int limit = int.MaxValue)
    {
        var result = new Reachability();
        var pending = new Queue<SourceFunction>();
        foreach (var entry in entries)
            if (result._reached.TryAdd(entry, (null, null)))
                pending.Enqueue(entry);
        while (result._reached.Count < limit && pending.TryDequeue(out var function))
            foreach (var (target, position) in edges(function))
                if (result._reached.TryAdd(target, (function, position)))
                    pending.Enqueue(target);
        return result;
    }

    /// <summary>Whether the function is reached.</summary>
    public bool Contains(SourceFunction function) => _reached.ContainsKey(function);

    /// <summary>The shortest path, entry point first; empty where the function is not reached.</summary>
    public IReadOnlyList<PathStep> PathTo(SourceFunction function)
    {
        var steps = new List<PathStep>();
        SourcePosition? position = null;
        for (SourceFunction? current = function; current is not null && _reached.TryGetValue(current, out var step); current = step.From)
        {
            steps.Add(new(current, position));
            position = step.Position;
        }

        steps.Reverse();
        return steps;
    }
}
