using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules;

/// <summary>
/// One rule of the catalogue, or of a team's own: a public class with a parameterless constructor that derives
/// from this one is found and run. A rule reads the model and returns data; it never throws to report.
/// </summary>
public abstract class Rule
{
    /// <summary>What is known of the rule without running it.</summary>
    public abstract RuleInfo Info { get; }

    /// <summary>Looks at the app. Returns every finding, whatever its severity; what fails a test is decided elsewhere.</summary>
    public abstract RuleOutcome Examine(AppModel app);

    /// <summary>The outcome of a rule that had something to look at.</summary>
    protected RuleOutcome Examined(int candidates, IEnumerable<Finding> findings) =>
        new(Info, candidates, FindingOrder.Apply(findings));

    /// <summary>The outcome of a rule that had nothing to look at.</summary>
    protected RuleOutcome NotApplicable(string reason) => new(Info, 0, [], reason);
}
