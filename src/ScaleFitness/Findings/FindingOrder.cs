namespace ScaleFitness.Findings;

/// <summary>The one order of findings, and the ordinals that follow from it: same input, same output.</summary>
public static class FindingOrder
{
    /// <summary>Sorts by file, line, column, member, rule and message, then numbers the findings of one rule, member and subject.</summary>
    public static IReadOnlyList<Finding> Apply(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<(string, string, string?), int>();
        var result = new List<Finding>();
        foreach (var finding in Sort(findings))
        {
            var key = (finding.Rule.Id, finding.Where.Member, finding.Subject);
            var ordinal = seen[key] = seen.GetValueOrDefault(key) + 1;
            result.Add(finding with { Ordinal = ordinal });
        }

        return result;
    }

    /// <summary>Sorts by file, line, column, member, rule and message; numbers nothing.</summary>
    internal static IOrderedEnumerable<Finding> Sort(IEnumerable<Finding> findings) =>
        findings
            .OrderBy(f => f.Where.Location?.File ?? "", StringComparer.Ordinal)
            .ThenBy(f => f.Where.Location?.Line ?? 0)
            .ThenBy(f => f.Where.Location?.Column ?? 0)
            .ThenBy(f => f.Where.Member, StringComparer.Ordinal)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Subject, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal);
}
