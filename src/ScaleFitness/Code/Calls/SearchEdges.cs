using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>The edges that a search goes along: what functions may run at the most and, of those that were looked into, what they run.</summary>
/// <param name="count">How many functions there are.</param>
/// <param name="possible">What a function may run at the most, in the order of the code; null where that takes its real edges.</param>
/// <param name="actual">What a function runs, in the order of the code.</param>
internal sealed class SearchEdges(int count, Func<SourceFunction, IReadOnlyList<SourceFunction>?> possible, Func<SourceFunction, IEnumerable<(SourceFunction Target, SourcePosition? Position)>> actual)
{
    private readonly SourceFunction[]?[] _targets = new SourceFunction[]?[count];
    private readonly Dictionary<SourceFunction, SourcePosition?>?[] _known = new Dictionary<SourceFunction, SourcePosition?>?[count];

    /// <summary>Whether the function's real edges are known.</summary>
    public bool AreKnown(SourceFunction function) => _known[function.Index] is not null;

    /// <summary>What a function runs, or may run where it was not looked into.</summary>
    public SourceFunction[] From(SourceFunction function) =>
        _targets[function.Index] ??= possible(function) is { } targets ? [.. targets] : [.. Known(function).Keys];

    /// <summary>Whether a function that was looked into runs another.</summary>
    public bool Holds(SourceFunction from, SourceFunction to) => Known(from).ContainsKey(to);

    /// <summary>The statement that makes a function run another.</summary>
    public SourcePosition? PositionOf(SourceFunction from, SourceFunction to) => Known(from)[to];

    /// <summary>Looks into functions, on all processors.</summary>
    public void Look(IEnumerable<SourceFunction> functions)
    {
        var unknown = functions.Where(f => !AreKnown(f)).ToList();
        if (unknown.Count < Environment.ProcessorCount)
            unknown.ForEach(f => Known(f));
        else
            Parallel.ForEach(unknown, f => Known(f));
    }

    private Dictionary<SourceFunction, SourcePosition?> Known(SourceFunction function)
    {
        if (_known[function.Index] is { } known)
            return known;
        known = new(ReferenceEqualityComparer.Instance);
        foreach (var (target, position) in actual(function))
            known.TryAdd(target, position);
        _targets[function.Index] = [.. known.Keys];
        return _known[function.Index] = known;
    }
}
