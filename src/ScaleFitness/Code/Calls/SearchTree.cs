using ScaleFitness.Code.Folding;

namespace ScaleFitness.Code.Calls;

/// <summary>What a search has reached, and how.</summary>
/// <param name="count">How many functions there are.</param>
internal sealed class SearchTree(int count)
{
    private readonly int[] _places = new int[count];
    private readonly List<SourceFunction> _reached = [];
    private readonly List<SourceFunction?> _from = [];

    /// <summary>Everything that is reached, nearest first.</summary>
    public IReadOnlyList<SourceFunction> Reached => _reached;

    /// <summary>Adds a function; false where it was reached before.</summary>
    public bool Add(SourceFunction function, SourceFunction? from)
    {
        ref var place = ref _places[function.Index];
        if (place != 0)
            return false;
        _reached.Add(function);
        _from.Add(from);
        place = _reached.Count;
        return true;
    }

    /// <summary>Whether the function is reached.</summary>
    public bool Contains(SourceFunction function) => _places[function.Index] != 0;

    /// <summary>How many were reached before.</summary>
    public int PlaceOf(SourceFunction function) => _places[function.Index] - 1;

    /// <summary>The function that runs it, or null for an entry point.</summary>
    public SourceFunction? CallerOf(SourceFunction function) => _from[PlaceOf(function)];
}
