namespace ScaleFitness.Code.Values;

/// <summary>
/// A set of definitions that a variable may hold: the lattice of the value analysis. Immutable, with value equality.
/// Past its cap it becomes <see cref="Unknown"/>, the top, and stays so.
/// </summary>
internal sealed class ValueSet : IEquatable<ValueSet>
{
    /// <summary>More alternatives than this tell a rule nothing.</summary>
    public const int Cap = 16;

    /// <summary>Most bodies have no more definitions than these.</summary>
    private static readonly ValueSet[] Singles = [.. Enumerable.Range(0, 256).Select(id => new ValueSet([id]))];

    private readonly int[] _ids;

    private ValueSet(int[] ids) => _ids = ids;

    /// <summary>Nothing assigned yet: the bottom.</summary>
    public static ValueSet Empty { get; } = new([]);

    /// <summary>Anything: the top.</summary>
    public static ValueSet Unknown { get; } = new([]);

    /// <summary>Whether it is the top.</summary>
    public bool IsUnknown => ReferenceEquals(this, Unknown);

    /// <summary>Whether nothing was assigned.</summary>
    public bool IsEmpty => _ids.Length == 0 && !IsUnknown;

    /// <summary>The definitions, ascending; empty for the top.</summary>
    public ReadOnlySpan<int> Ids => _ids;

    /// <summary>The only definition, or -1.</summary>
    public int Single => _ids.Length == 1 ? _ids[0] : -1;

    /// <summary>A set of one.</summary>
    public static ValueSet Of(int id) => id < Singles.Length ? Singles[id] : new([id]);

    /// <summary>The least upper bound.</summary>
    public static ValueSet Join(ValueSet a, ValueSet b)
    {
        if (ReferenceEquals(a, b) || b.IsEmpty)
            return a;
        if (a.IsEmpty)
            return b;
        if (a.IsUnknown || b.IsUnknown)
            return Unknown;
        return Merge(a, b);
    }

    /// <summary>Whether everything in this set is in the other.</summary>
    public bool LessOrEqual(ValueSet other) => Join(this, other).Equals(other);

    /// <summary>The set without one definition.</summary>
    public ValueSet Without(int id)
    {
        var at = Array.IndexOf(_ids, id);
        return at < 0 ? this : new([.. _ids[..at], .. _ids[(at + 1)..]]);
    }

    /// <inheritdoc />
    public bool Equals(ValueSet? other) =>
        other is not null && IsUnknown == other.IsUnknown && _ids.AsSpan().SequenceEqual(other._ids);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = IsUnknown ? 1 : 0;
        foreach (var id in _ids)
            hash = HashCode.Combine(hash, id);
        return hash;
    }

    private static ValueSet Merge(ValueSet a, ValueSet b)
    {
        Span<int> merged = stackalloc int[2 * Cap];
        int count = 0, i = 0, j = 0;
        while (i < a._ids.Length || j < b._ids.Length)
        {
            if (j == b._ids.Length || (i < a._ids.Length && a._ids[i] < b._ids[j]))
                merged[count++] = a._ids[i++];
            else if (i == a._ids.Length || b._ids[j] < a._ids[i])
                merged[count++] = b._ids[j++];
            else
            {
                merged[count++] = a._ids[i++];
                j++;
            }
        }

        if (count > Cap)
            return Unknown;
        if (count == a._ids.Length)
            return a;
        return count == b._ids.Length ? b : new(merged[..count].ToArray());
    }
}
