using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>What an analysis brought to light, before anybody decides what fails.</summary>
internal sealed record Evidence
{
    /// <summary>Every rule there is, those turned off included.</summary>
    public required IReadOnlyList<RuleInfo> Rules { get; init; }

    /// <summary>One for each rule that ran.</summary>
    public required IReadOnlyList<RuleOutcome> Outcomes { get; init; }

    /// <summary>Exceptions accepted by attribute.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>By rule id: why a rule could not be checked.</summary>
    public IReadOnlyDictionary<string, string> Problems { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether methods were left unanalysed: then what was not found may still be there.</summary>
    public bool HasGaps { get; init; }

    /// <summary>The simple name of the one assembly that was analysed; null where there are several.</summary>
    public string? OnlyAssembly { get; init; }
}
