namespace ScaleFitness.Findings;

/// <summary>A point that a finding speaks of: a member, and the source region inside it where known.</summary>
/// <param name="Member">The member's documentation id, such as <c>M:Shop.Orders.List(System.Int32)</c>.</param>
/// <param name="Name">The member as people write it, such as <c>Shop.Orders.List</c>.</param>
/// <param name="Location">The source region, or null where there is no debug information.</param>
/// <param name="Note">What happens here, for steps of a path and for related locations.</param>
public sealed record Place(string Member, string Name, SourceLocation? Location, string? Note = null)
{
    /// <summary>The simple name of the assembly that holds the member, or null where it is not known.</summary>
    public string? Assembly { get; init; }
}
