using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules;

/// <summary>Keeps a rule that throws from taking the others with it.</summary>
internal sealed class GuardedRule(Rule rule) : Rule
{
    public override RuleInfo Info { get; } = rule.Info;

    /// <summary>What to say of the rule's failure, or null where it did its work.</summary>
    public string? Problem { get; private set; }

    public override RuleOutcome Examine(AppModel app)
    {
        try
        {
            var outcome = rule.Examine(app) ?? throw new InvalidOperationException("Examine returned null.");
            return outcome with { Rule = Info };
        }
        catch (Exception e)
        {
            Problem = $"{Info.TestName} was not checked: the rule threw {e.GetType().Name}. This is a bug of {rule.GetType().FullName}; please report it with this text.\n{e}";
            return new(Info, 0, []);
        }
    }
}
