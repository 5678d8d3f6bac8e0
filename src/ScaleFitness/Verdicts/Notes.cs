using ScaleFitness.Baselines;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Json;

namespace ScaleFitness.Verdicts;

/// <summary>Things worth saying once that are no findings.</summary>
internal static class Notes
{
    public static IEnumerable<string> Of(Evidence evidence, FitnessConfiguration configuration, int leftOut, Coverage coverage)
    {
        if (configuration.ChangedSince is not null)
            yield return "changedSince is understood and has no effect yet: findings in all lines count.";
        if (configuration.Modules.Count > 0)
            yield return "modules are understood and have no effect yet.";
        if (leftOut > 0)
            yield return $"{leftOut} finding(s) lie in files that paths.exclude leaves out.";
        if (!coverage.SawAllCode)
            yield return "Not all code was analysed, so that no accepted exception is taken for solved.";
        var ids = evidence.Rules.Concat(KitRules.All).Select(r => r.Id).ToHashSet();
        foreach (var suppression in evidence.Suppressions.Where(s => !ids.Contains(SuppressionScope.RuleOf(s))))
        {
            var near = NearestWord.To(SuppressionScope.RuleOf(suppression), ids);
            yield return $"The attribute on {suppression.Where.Name} names the unknown rule \"{suppression.Rule}\"; did you mean \"{near}\"?";
        }
    }
}
