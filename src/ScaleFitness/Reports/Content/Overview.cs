using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Reports.Content;

/// <summary>What a report says, whatever it is written as: the findings under their numbers and what follows from all of them.</summary>
internal sealed class Overview
{
    public Overview(ReportInput input)
    {
        Input = input;
        Findings = NumberedFinding.Of(input.Verdicts);
        Accepted = AcceptedEntry.Of(input);
        Breaking = BreakingOrder.Of(Findings);
        Horizontal = HorizontalReadiness.Of(input, Findings);
        Components = ComponentReadiness.Of(input.Namespaces, Findings);
    }

    public ReportInput Input { get; }

    /// <summary>Everything that is not accepted.</summary>
    public IReadOnlyList<NumberedFinding> Findings { get; }

    public IReadOnlyList<AcceptedEntry> Accepted { get; }

    /// <summary>What gives way, the first first.</summary>
    public IReadOnlyList<BreakingOrder> Breaking { get; }

    public HorizontalReadiness Horizontal { get; }

    public IReadOnlyList<ComponentReadiness> Components { get; }

    /// <summary>The three worst findings about the app that hurt at all.</summary>
    public IEnumerable<NumberedFinding> Worst => Findings.Where(f => f.IsAboutTheApp && f.Finding.Severity >= Severity.Medium).Take(3);

    public IEnumerable<NumberedFinding> Blockers => Findings.Where(f => f.Finding.Severity == Severity.Blocker);

    /// <summary>What speaks of tenants, in its rule or in its message.</summary>
    public IEnumerable<NumberedFinding> AboutTenants =>
        Findings.Where(f => f.IsAboutTheApp && (f.Area == "SF7" || f.Finding.Rule.Name.Contains("tenant", StringComparison.Ordinal) || f.Finding.Message.Contains("tenant", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Rules that could not be checked.</summary>
    public IEnumerable<RuleVerdict> NotChecked => Input.Verdicts.Where(v => v.Problem is not null);

    /// <summary>What kept the whole run from beginning, or null.</summary>
    public string? Failure => Input.Verdicts is [{ Problem: { } problem }, ..] && Input.Verdicts.All(v => v.Problem == problem) ? problem : null;

    public IEnumerable<RuleVerdict> NotApplicable => Input.Verdicts.Where(v => v.Problem is null && v.NotApplicable is not null);

    public int Count(Severity severity) => Findings.Count(f => f.Finding.Severity == severity);

    public int Count(Severity severity, Confidence confidence) => Findings.Count(f => f.Finding.Severity == severity && f.Finding.Confidence == confidence);
}
