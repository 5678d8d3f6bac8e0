using ScaleFitness.Analysis;
using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness;

/// <summary>What <see cref="Fitness.Check"/> found out.</summary>
public sealed record FitnessReport
{
    /// <summary>One for each rule, in the order of their ids; never empty.</summary>
    public required IReadOnlyList<RuleVerdict> Verdicts { get; init; }

    /// <summary>Whether every rule passes.</summary>
    public bool Passed => Verdicts.All(v => v.Passed);

    /// <summary>All findings: failing, reported and accepted ones, in the order of rules and sources.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The findings that the team accepts, with their reasons.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>Methods that were given up on, each with its reason.</summary>
    public IReadOnlyList<NotAnalysed> NotAnalysed { get; init; } = [];

    /// <summary>References that could not be resolved.</summary>
    public IReadOnlyList<string> Unresolved { get; init; } = [];

    /// <summary>Things to say once.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>One line: what passed, how many findings are accepted, and how that changed.</summary>
    public required string Summary { get; init; }

    /// <summary>What a console is to end with: <see cref="Summary"/> where all passes; else also counts, what breaks first, the blockers and the report's path.</summary>
    public string Console { get; init; } = "";

    /// <summary>For each failing finding the line that makes the build server at hand annotate it; empty on any other machine.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];
}
