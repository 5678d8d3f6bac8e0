using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Harness;

/// <summary>What a marker says of its line.</summary>
public enum MarkerKind
{
    /// <summary>The rule must find something here.</summary>
    Finding,

    /// <summary>There is a defect here that the rule is known to miss.</summary>
    Limit,
}

/// <summary>One expectation: <c>// finding SF2001 BLOCKER/HIGH @medium: text</c> or <c>// limit SF2001: why</c>.</summary>
/// <param name="Kind">Finding or limit.</param>
/// <param name="RuleId">Such as <c>SF2001</c>.</param>
/// <param name="File">The name of the source file.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Severities">Any of these will do; empty: any.</param>
/// <param name="Confidence">Exactly this one; null: one that fails a build, medium or high.</param>
public sealed record Marker(
    MarkerKind Kind, string RuleId, string File, int Line, IReadOnlyList<Severity> Severities, Confidence? Confidence)
{
    /// <summary>What a finding on this line gets wrong, or null where it is as marked.</summary>
    public string? Contradicts(Finding finding)
    {
        if (Severities.Count > 0 && !Severities.Contains(finding.Severity))
            return $"severity {finding.Severity}, marked {string.Join('/', Severities)}";
        if (Confidence is { } marked && marked != finding.Confidence)
            return $"confidence {finding.Confidence}, marked {marked}";
        return Confidence is null && finding.Confidence == Findings.Confidence.Low
            ? "confidence Low, which fails no build; the marker does not say @low"
            : null;
    }
}
