using ScaleFitness.Code.Folding;

namespace ScaleFitness.Code.Calls;

/// <summary>The edges that a search goes along: what functions may run at the most and, of those that were looked into, what they run.</summary>
/// <param name="count">How many functions there are.</param>
/// <param name="possible">What a function may run at the most, in the order of the code; null where that takes its real edges.</param>
/// <param name="actual">What a function runs, in the order of the code, each once.</param>
internal sealed class SearchEdges(int count, Func<SourceFunction, SourceFunction[]?> possible, Func<SourceFunction, SourceFunction[]> actual)
{
    private readonly SourceFunction[]?[] _targets = new SourceFunction[]?[count];
    private readonly bool[] _known = new bool[count];

    /// <summary>Whether the function's real edges are known.</summary>
    public bool AreKnown(SourceFunction function) => _known[function.Index];

    /// <summary>What a function runs, or may run where it was not looked into.</summary>
    public SourceFunction[] From(SourceFunction function) => _targets[function.Index] ??= possible(function) ?? Known(function);

    /// <summary>Whether a function that was looked into runs another.</summary>
    public bool Holds(SourceFunction from, SourceFunction to) => Array.IndexOf(Known(from), to) >= 0;

    /// <summary>Looks into functions, on all processors.</summary>
    public void Look(IEnumerable<SourceFunction> functions)
    {
        var unknown = functions.Where(f => !AreKnown(f)).ToList();
        if (unknown.Count < Environment.ProcessorCount)
            unknown.ForEach(f => Known(f));
        else
            Parallel.ForEach(unknown, f => Known(f));
    }

    private SourceFunction[] Known(SourceFunction function)
    {
        if (!_known[function.Index])
        {
            _targets[function.Index] = actual(function);
            _known[function.Index] = true;
        }

        return _targets[function.Index]!;
    }
}
