using ScaleFitness.Configuration;
using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>What was looked at, and what could not be. A rule that could not look never passes, and drops no accepted exception.</summary>
internal sealed class Coverage
{
    private readonly FitnessConfiguration _configuration;
    private readonly Evidence _evidence;
    private readonly Dictionary<string, RuleOutcome> _outcomes;
    private readonly bool _nothingToAnalyse;

    public Coverage(FitnessConfiguration configuration, Evidence evidence, IReadOnlyList<RuleOutcome> outcomes)
    {
        (_configuration, _evidence) = (configuration, evidence);
        _outcomes = outcomes.DistinctBy(o => o.Rule.Id).ToDictionary(o => o.Rule.Id);
        _nothingToAnalyse = _outcomes.TryGetValue(KitRules.NothingToAnalyse.Id, out var outcome) && outcome.Findings.Count > 0;
    }

    /// <summary>Whether all code was analysed, by every rule that is not turned off.</summary>
    public bool IsComplete => SawAllCode && _evidence.Rules.All(r => WasChecked(r.Id) || _configuration.IsOff(r.Id));

    /// <summary>Whether the app's code was read in full.</summary>
    public bool SawAllCode => !_nothingToAnalyse && !_evidence.HasGaps;

    /// <summary>Whether the absence of a rule's finding means that it is gone.</summary>
    public bool WasChecked(string rule) => SawAllCode && _outcomes.ContainsKey(rule) && !_evidence.Problems.ContainsKey(rule);

    /// <summary>Why a rule could not be checked, or null.</summary>
    public string? ProblemOf(RuleInfo rule)
    {
        if (_configuration.IsOff(rule.Id) || KitRules.All.Any(r => r.Id == rule.Id))
            return null;
        if (_evidence.Problems.TryGetValue(rule.Id, out var problem))
            return problem;
        var outcome = _outcomes.GetValueOrDefault(rule.Id);
        var saw = outcome is not null && (outcome.Examined > 0 || outcome.Findings.Count > 0);
        if (_nothingToAnalyse && !saw)
            return $"{rule.TestName} was not checked: code of the app is missing. See what {KitRules.NothingToAnalyse.TestName} says.";
        return outcome is null
            ? $"{rule.TestName} was not checked: the analysis has no outcome for it. This is a bug of ScaleFitness; please report it."
            : null;
    }
}
