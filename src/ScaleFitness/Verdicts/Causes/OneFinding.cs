using ScaleFitness.Baselines;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts.Causes;

/// <summary>
/// Of two findings with one cause lets one speak, which then mentions the other. A finding that was accepted speaks for
/// its cause: accepting one defect must not bring up another. A rule that is turned off has no findings and silences
/// none. And a finding that fails no test never silences one that would.
/// </summary>
/// <param name="configuration">What fails, and what was said of rules by name.</param>
/// <param name="table">Which rule reports.</param>
internal sealed class OneFinding(FitnessConfiguration configuration, IReadOnlyList<Precedence> table)
{
    public Comparison Of(Comparison comparison)
    {
        var accepted = comparison.Accepted.Select(a => a.Finding).ToHashSet(ReferenceEqualityComparer.Instance);
        var all = comparison.Accepted.Select(a => a.Finding).Concat(comparison.Open).ToLookup(f => f.Rule.Id);
        var silencedBy = new Dictionary<Finding, Finding>(ReferenceEqualityComparer.Instance);
        foreach (var row in table)
            foreach (var reporting in all[row.Reports])
                foreach (var silent in all[row.Silent].Where(f => Causes.AreOne(reporting, f, row.When)))
                {
                    var (speaks, yields) = !Counts(reporting) && Counts(silent) ? (silent, reporting) : (reporting, silent);
                    // What is accepted is listed as such, with its reason, whoever else speaks.
                    if (!accepted.Contains(yields))
                        silencedBy.TryAdd(yields, speaks);
                }

        var mentioned = silencedBy.ToLookup(s => Speaker(s.Value), s => s.Key, ReferenceEqualityComparer.Instance);
        return comparison with
        {
            Open = [.. comparison.Open.Where(f => !silencedBy.ContainsKey(f)).Select(f => Mention(f, mentioned[f]))],
            Accepted = [.. comparison.Accepted.Select(a => a with { Finding = Mention(a.Finding, mentioned[a.Finding]) })],
        };

        bool Counts(Finding finding) => accepted.Contains(finding) || configuration.FailOn.Holds(finding);

        object Speaker(Finding finding)
        {
            // Ends: each step leads to a finding that counts where the last did not, or up in the table.
            while (silencedBy.TryGetValue(finding, out var next))
                finding = next;
            return finding;
        }
    }

    private Finding Mention(Finding finding, IEnumerable<Finding> silent)
    {
        var others = FindingOrder.Sort(silent).ToList();
        if (others.Count == 0)
            return finding;
        finding = finding with { Related = [.. finding.Related, .. others.Select(o => o.Where with { Note = $"{o.Rule.TestName} sees it too" })] };
        var worst = others.MaxBy(o => o.Severity)!;
        // Which rule speaks must not make the defect look smaller than it is; unless somebody set this one's severity.
        return worst.Severity <= finding.Severity || configuration.Rules.ContainsKey(finding.Rule.Id)
            ? finding
            : finding with { Severity = worst.Severity, SeverityNote = $"as {worst.Rule.TestName} grades the same cause" };
    }
}
