using ScaleFitness.Baselines;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Verdicts.Causes;

namespace ScaleFitness.Verdicts;

/// <summary>Decides what fails: the evidence against the configuration and what was accepted.</summary>
internal sealed class Judge(FitnessConfiguration configuration, IReadOnlyList<AcceptedException> baseline, Circumstances circumstances)
{
    private readonly SeverityPolicy _policy = new(configuration);
    private readonly PathFilter _paths = new(configuration.ExcludedPaths);
    private readonly KitFindings _kit = new(circumstances);
    private readonly OneFinding _one = new(configuration, PrecedenceTable.Rows);

    public Judgement Of(Evidence evidence)
    {
        var outcomes = Outcomes(evidence);
        var coverage = new Coverage(configuration, evidence, outcomes);
        var findings = outcomes.SelectMany(o => o.Findings).ToLookup(_paths.Excludes);
        var acceptance = new Acceptance(baseline, evidence.Suppressions, evidence.OnlyAssembly);
        var comparison = _one.Of(acceptance.Compare([.. findings[false]], [.. findings[true]], coverage.WasChecked));
        // The file is about to be tightened: what is said of its entries must lead to the lines they will have.
        if (comparison.Stale.Count > 0 && !circumstances.OnCi)
            comparison = comparison with { Kept = BaselineText.AsWritten(comparison.Kept) };
        var about = AboutExceptions(evidence, comparison);
        // Exceptions to the rules about exceptions there are none: these findings are open whatever the files say.
        comparison = comparison with { Open = [.. comparison.Open, .. about.SelectMany(o => o.Findings)] };

        var verdicts = Verdicts(evidence, [.. outcomes, .. about], comparison, coverage);
        return new(
            verdicts,
            FindingsOf(comparison),
            comparison,
            verdicts.SelectMany(v => v.Failing).Where(f => KitRules.MayBeAccepted(f.Rule.Id)).ToList(),
            coverage.IsComplete,
            [.. Notes.Of(evidence, configuration, findings[true].Count(), coverage)]);
    }

    private List<RuleOutcome> Outcomes(Evidence evidence) =>
        evidence.Outcomes
            .Append(_kit.NoScale(configuration.Context))
            .Where(o => !configuration.IsOff(o.Rule.Id))
            .Select(InOrder)
            .ToList();

    private List<RuleOutcome> AboutExceptions(Evidence evidence, Comparison comparison) =>
        new[] { _kit.Unreasoned(comparison, evidence), _kit.Stale(comparison) }
            .Where(o => !configuration.IsOff(o.Rule.Id))
            .Select(InOrder)
            .ToList();

    // A finding belongs to the rule that reports it, whatever it says itself: under another id no verdict would show it.
    private RuleOutcome InOrder(RuleOutcome outcome) => outcome with
    {
        Findings = [.. FindingOrder.Apply(outcome.Findings.Select(f => f with { Rule = outcome.Rule })).Select(_policy.Apply)],
    };

    private List<RuleVerdict> Verdicts(Evidence evidence, IReadOnlyList<RuleOutcome> outcomes, Comparison comparison, Coverage coverage)
    {
        var byRule = outcomes.ToLookup(o => o.Rule.Id);
        var open = comparison.Open.ToLookup(f => f.Rule.Id);
        var accepted = comparison.Accepted.ToLookup(a => a.Finding.Rule.Id);
        return evidence.Rules
            .Concat(outcomes.Select(o => o.Rule))
            .Concat(KitRules.All)
            .DistinctBy(r => r.Id)
            .OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => Verdict(r, byRule[r.Id].FirstOrDefault(), [.. open[r.Id]], [.. accepted[r.Id]], coverage))
            .ToList();
    }

    private RuleVerdict Verdict(
        RuleInfo rule, RuleOutcome? outcome, IReadOnlyList<Finding> open, IReadOnlyList<AcceptedFinding> accepted, Coverage coverage)
    {
        var failing = open.Where(configuration.FailOn.Holds).ToList();
        return new()
        {
            Rule = rule,
            Problem = coverage.ProblemOf(rule),
            Examined = outcome?.Examined ?? 0,
            Failing = failing,
            Reported = open.Where(f => !configuration.FailOn.Holds(f)).ToList(),
            Accepted = accepted,
            NotApplicable = configuration.IsOff(rule.Id) ? "turned off in the configuration" : outcome?.NotApplicable,
            Entries = failing
                .Where(f => KitRules.MayBeAccepted(f.Rule.Id))
                .Select(f => BaselineText.Entry(BaselineFiles.Entry(f)))
                .ToList(),
        };
    }

    private static List<Finding> FindingsOf(Comparison comparison) =>
        comparison.Open.Concat(comparison.Accepted.Select(a => a.Finding))
            .OrderBy(f => f.Rule.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Where.Location?.File ?? "", StringComparer.Ordinal)
            .ThenBy(f => f.Where.Location?.Line ?? 0)
            .ThenBy(f => f.Where.Location?.Column ?? 0)
            .ThenBy(f => f.Fingerprint.At, StringComparer.Ordinal)
            .ToList();
}
