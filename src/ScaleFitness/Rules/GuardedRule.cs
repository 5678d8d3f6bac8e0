using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules;

/// <summary>Keeps a rule that throws, or does not end, from taking the others with it.</summary>
internal sealed class GuardedRule(Rule rule, RuleWatch watch) : Rule
{
    public override RuleInfo Info { get; } = rule.Info;

    /// <summary>What to say of the rule's failure, or null where it did its work.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether it was given up on while it ran: it still runs, and the model is its own.</summary>
    public bool RunsOn { get; private set; }

    public override RuleOutcome Examine(AppModel app)
    {
        if (watch.Stopped is { } reason)
        {
            Problem = $"{Info.TestName} was not checked: {reason}. See what is said of them.";
            return new(Info, 0, []);
        }

        try
        {
            if (watch.Examine(rule, app) is { } outcome)
                return outcome with { Rule = Info };
            RunsOn = true;
            Problem = $"{Info.TestName} was not checked: the rule gave no answer within {watch.Seconds} s, and the run went on without it. Either {rule.GetType().FullName} does not end, or the app is larger than any that was tried; please report which.";
        }
        catch (Exception e)
        {
            Problem = $"{Info.TestName} was not checked: the rule threw {e.GetType().Name}. This is a bug of {rule.GetType().FullName}; please report it with this text.\n{e}";
        }

        return new(Info, 0, []);
    }
}
