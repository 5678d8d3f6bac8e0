using ScaleFitness.Findings;

namespace ScaleFitness.Baselines;

/// <summary>Everything that is accepted, by entries of the verified file and by attributes in the code.</summary>
/// <param name="entries">The verified file's entries.</param>
/// <param name="suppressions">The attributes.</param>
/// <param name="onlyAssembly">The assembly of findings that do not name theirs, or null.</param>
internal sealed class Acceptance(
    IReadOnlyList<AcceptedException> entries, IReadOnlyList<Suppression> suppressions, string? onlyAssembly)
{
    private readonly Dictionary<(string, string), AcceptedException> _entries = entries.ToDictionary(e => e.Key);

    /// <summary>Compares findings with what is accepted.</summary>
    /// <param name="findings">The findings that count.</param>
    /// <param name="leftOut">Findings that occur and do not count: they keep their entries from being dropped.</param>
    /// <param name="wasChecked">Whether this run would have seen a rule's findings. What was not looked for is not gone.</param>
    public Comparison Compare(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> leftOut, Func<string, bool> wasChecked)
    {
        var occurring = findings.Concat(leftOut).ToList();
        var found = occurring.Select(f => (f.Rule.Id, f.Fingerprint.At)).ToHashSet();
        var judged = findings.Select(f => (Finding: f, Accepted: Accept(f))).ToList();
        var byEntry = entries.ToLookup(e => found.Contains(e.Key) || !wasChecked(e.Rule));
        return new(
            judged.Select(j => j.Accepted).OfType<AcceptedFinding>().ToList(),
            judged.Where(j => j.Accepted is null).Select(j => j.Finding).ToList(),
            byEntry[true].ToList(),
            byEntry[false].ToList(),
            suppressions.Where(s => wasChecked(SuppressionScope.RuleOf(s)) && !occurring.Any(f => SuppressionScope.Covers(s, f, onlyAssembly))).ToList());
    }

    private AcceptedFinding? Accept(Finding finding)
    {
        if (!KitRules.MayBeAccepted(finding.Rule.Id))
            return null;
        if (_entries.TryGetValue((finding.Rule.Id, finding.Fingerprint.At), out var entry))
            return new(finding, entry.Because, entry.Until, InSource: false);
        var suppression = suppressions.FirstOrDefault(s => SuppressionScope.Covers(s, finding, onlyAssembly));
        return suppression is null ? null : new(finding, suppression.Justification, null, InSource: true);
    }
}
