namespace ScaleFitness.Findings;

/// <summary>
/// What identifies a finding from one build to the next: rule, member, subject and ordinal; never a line number,
/// so that moving code does not break a baseline.
/// </summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Member">The member's documentation id.</param>
/// <param name="Subject">What in the member is meant (an entity, a client's name), or null.</param>
/// <param name="Ordinal">One for the first finding of this rule, member and subject in source order, two for the next.</param>
public sealed record Fingerprint(string Rule, string Member, string? Subject, int Ordinal)
{
    /// <summary>The form written to a baseline: <c>M:Shop.Orders.List#Order~2</c>.</summary>
    public string At => Member + (Subject is null ? "" : "#" + Subject) + (Ordinal > 1 ? "~" + Ordinal : "");

    /// <inheritdoc />
    public override string ToString() => $"{Rule} {At}";
}
