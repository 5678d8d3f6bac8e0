using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Settings;

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
    /// <param name="candidates">How many places it looked at.</param>
    /// <param name="findings">What it found, in any order.</param>
    protected RuleOutcome Examined(int candidates, IEnumerable<Finding> findings) =>
        new(Info, candidates, FindingOrder.Apply(findings));

    /// <summary>The outcome of a rule that had nothing to look at.</summary>
    /// <param name="reason">Why, as in "the app does not use EF Core".</param>
    protected RuleOutcome NotApplicable(string reason) => new(Info, 0, [], reason);

    /// <summary>A finding at a statement, with the shortest path from an entry point to it.</summary>
    /// <param name="app">The app.</param>
    /// <param name="function">The function that the statement stands in.</param>
    /// <param name="position">The statement; null: the function's first.</param>
    /// <param name="severity">How badly it hurts.</param>
    /// <param name="message">What is wrong here.</param>
    /// <param name="confidence">How sure the rule is.</param>
    protected Finding At(AppModel app, SourceFunction function, SourcePosition? position, Severity severity, string message, Confidence confidence = Confidence.High) => new()
    {
        Rule = Info,
        Severity = severity,
        Confidence = confidence,
        Message = message,
        Where = Places.Of(app, function, position),
        Path = Places.PathTo(app, function, position),
    };

    /// <summary>A finding at a setting in its file; its subject is the key.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="severity">How badly it hurts.</param>
    /// <param name="message">What is wrong here.</param>
    /// <param name="confidence">How sure the rule is.</param>
    protected Finding At(Setting setting, Severity severity, string message, Confidence confidence = Confidence.High) => new()
    {
        Rule = Info,
        Severity = severity,
        Confidence = confidence,
        Message = message,
        Where = Places.Of(setting),
        Subject = setting.Key,
    };

    /// <summary>One step lower, for what no request waits for: background work.</summary>
    protected static Severity Lower(Severity severity) => severity > Severity.Info ? severity - 1 : severity;
}
