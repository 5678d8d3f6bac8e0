namespace ScaleFitness.Findings;

/// <summary>One defect: what, where, how it is reached, what it costs at scale and how to mend it.</summary>
public sealed record Finding
{
    /// <summary>The rule that found it.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>How badly it hurts.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How sure the kit is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What is wrong here, in one sentence without a full stop's worth of repetition of the rule's page.</summary>
    public required string Message { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Where { get; init; }

    /// <summary>What in the member is meant, or null. Part of the fingerprint: no line numbers and no compiler-made names.</summary>
    public string? Subject { get; init; }

    /// <summary>One for the first finding of this rule, member and subject in source order. Set by <see cref="FindingOrder"/>.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>The calls from an entry point (first) to the defect (last); empty where there is no path.</summary>
    public IReadOnlyList<Place> Path { get; init; } = [];

    /// <summary>Other places with the same cause.</summary>
    public IReadOnlyList<Place> Related { get; init; } = [];

    /// <summary>What it is projected to cost, or null.</summary>
    public Projection? Projection { get; init; }

    /// <summary>
    /// Why the severity is not the rule's own: the scale that the team declared raised or lowered it. Null where it did
    /// not. Set where findings are judged, never by a rule.
    /// </summary>
    public string? SeverityNote { get; init; }

    /// <summary>What to do here; the rule's own fix where nothing better is known.</summary>
    public Fix? SpecificFix { get; init; }

    /// <summary>What to do.</summary>
    public Fix Fix => SpecificFix ?? Rule.Fix;

    /// <summary>What identifies the finding from one build to the next.</summary>
    public Fingerprint Fingerprint => new(Rule.Id, Where.Member, Subject, Ordinal);
}
