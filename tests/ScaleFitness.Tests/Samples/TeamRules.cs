using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;

namespace ScaleFitness.Tests.Samples;

/// <summary>A team's own rule: found by reflection, run with the catalogue.</summary>
public sealed class TeamRule : Rule
{
    public override RuleInfo Info { get; } = Sample.Rule("SHOP001", "team's own");

    public override RuleOutcome Examine(AppModel app) => Examined(1, []);
}

/// <summary>A second one.</summary>
public sealed class OtherTeamRule : Rule
{
    public override RuleInfo Info { get; } = Sample.Rule("SHOP002", "team's other");

    public override RuleOutcome Examine(AppModel app) => NotApplicable("there is no shop");
}
