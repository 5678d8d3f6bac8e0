using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Writes;

/// <summary>A row that is added because none like it was found, with nothing in the database that would refuse a second one.</summary>
/// <param name="Check">The call that looks for it.</param>
/// <param name="Insert">The call that adds it.</param>
/// <param name="Entity">The entity's name.</param>
/// <param name="Columns">The columns it was looked for by, in order.</param>
/// <param name="IsSplit">Whether the check stands in a validator and the insert in what runs after it.</param>
public sealed record CheckedInsert(Call Check, Call Insert, string Entity, IReadOnlyList<string> Columns, bool IsSplit)
{
    /// <summary>Whether the host itself says that no index refuses the second; otherwise code does.</summary>
    public bool IsCertain { get; init; }
}
