namespace ScaleFitness.Findings;

/// <summary>What is known of a rule without running it.</summary>
/// <param name="Id">Such as <c>SF2001</c>; never changes its meaning.</param>
/// <param name="Name">Such as <c>unbounded query</c>.</param>
/// <param name="DefaultSeverity">The severity of a typical finding.</param>
/// <param name="Summary">What it flags, in one sentence.</param>
/// <param name="AtScale">What happens when the app grows, in one or two sentences.</param>
/// <param name="Fix">What to do.</param>
public sealed record RuleInfo(string Id, string Name, Severity DefaultSeverity, string Summary, string AtScale, Fix Fix)
{
    /// <summary>The name of the rule's test case: <c>SF2001 unbounded query</c>.</summary>
    public string TestName => $"{Id} {Name}";

    /// <summary>The rule's page, relative to the repository.</summary>
    public string Page => $"docs/rules/{Id}.md";
}
