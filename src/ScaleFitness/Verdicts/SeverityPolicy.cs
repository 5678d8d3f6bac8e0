using ScaleFitness.Configuration;
using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>The severity that a finding has in this app: as found, unless the configuration says otherwise.</summary>
internal sealed class SeverityPolicy(FitnessConfiguration configuration)
{
    public Finding Apply(Finding finding)
    {
        // What is said of one rule by name weighs more than what follows from the number of instances.
        if (configuration.Rules.TryGetValue(finding.Rule.Id, out var chosen) && chosen is { } severity)
            return finding with { Severity = severity };
        return configuration.Context.Instances == 1 && IsAboutInstances(finding.Rule.Id)
            ? finding with { Severity = Severity.Info }
            : finding;
    }

    private static bool IsAboutInstances(string rule) => rule.Length == 6 && rule.StartsWith("SF1", StringComparison.Ordinal);
}
