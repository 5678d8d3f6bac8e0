using ScaleFitness.Baselines;
using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>The verdicts on all rules, and what follows for the accepted exceptions.</summary>
/// <param name="Verdicts">One for each rule, in the order of ids; messages still to be written.</param>
/// <param name="Findings">All findings that count, accepted ones included.</param>
/// <param name="Comparison">The findings against what was accepted.</param>
/// <param name="Added">Failing findings that the received file offers for acceptance.</param>
/// <param name="Complete">Whether everything was looked at.</param>
/// <param name="Notes">Things to say once.</param>
internal sealed record Judgement(
    IReadOnlyList<RuleVerdict> Verdicts,
    IReadOnlyList<Finding> Findings,
    Comparison Comparison,
    IReadOnlyList<Finding> Added,
    bool Complete,
    IReadOnlyList<string> Notes);
