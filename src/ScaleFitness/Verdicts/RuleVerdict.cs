using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>Whether one rule passes, and everything it has to say.</summary>
public sealed record RuleVerdict
{
    /// <summary>The rule; <see cref="RuleInfo.TestName"/> names its test.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>Whether the rule's test passes: it could be checked, and nothing fails it.</summary>
    public bool Passed => Problem is null && Failing.Count == 0;

    /// <summary>Why the rule could not be checked, complete with what to do; null where it was checked.</summary>
    public string? Problem { get; init; }

    /// <summary>How many candidates the rule looked at.</summary>
    public int Examined { get; init; }

    /// <summary>Findings that fail the test, in source order.</summary>
    public IReadOnlyList<Finding> Failing { get; init; } = [];

    /// <summary>Findings below the severity or confidence that fails a test.</summary>
    public IReadOnlyList<Finding> Reported { get; init; } = [];

    /// <summary>Findings that the team accepts, with their reasons.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>Why the rule had nothing to look at, or null.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>For each failing finding that may be accepted: the entry to paste into the verified file.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>The finding that a failing test points at, or null.</summary>
    public Finding? FirstFailure => Failing.Count > 0 ? Failing[0] : null;

    /// <summary>What the test says: for a failing rule its findings in full, for a passing one what there is to know.</summary>
    public string Message { get; init; } = "";
}
