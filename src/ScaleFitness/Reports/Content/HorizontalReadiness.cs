using ScaleFitness.Findings;

namespace ScaleFitness.Reports.Content;

/// <summary>Whether a second instance gives the same answers as the first.</summary>
/// <param name="Answer"><c>yes</c>, <c>no</c> or <c>not known</c>.</param>
/// <param name="Why">The answer's reason, in a sentence.</param>
/// <param name="Reasons">The findings that stand in the way, or that are worth a look.</param>
internal sealed record HorizontalReadiness(string Answer, string Why, IReadOnlyList<NumberedFinding> Reasons)
{
    public static HorizontalReadiness Of(ReportInput input, IReadOnlyList<NumberedFinding> findings)
    {
        var reasons = findings.Where(f => HorizontalRules.Contain(f.Finding.Rule.Id)).ToList();
        var accepted = input.Verdicts.Where(v => HorizontalRules.Contain(v.Rule.Id)).Sum(v => v.Accepted.Count);
        var notChecked = input.Verdicts.Where(v => HorizontalRules.Contain(v.Rule.Id) && v.Problem is not null).Select(v => v.Rule.Id).ToList();
        var given = accepted > 0 ? $" {Plural.Of(accepted, "accepted exception")} of these rules {(accepted == 1 ? "is" : "are")} taken on trust." : "";
        if (input.Context.Instances == 1 && reasons.Count > 0)
            return new("no", $"One instance is declared for good (context.instances), so nothing fails for it; a second one would not work as it is.{given}", reasons);
        if (reasons.Any(f => f.Fails))
            return new("no", $"{Plural.Of(reasons.Count(f => f.Fails), "finding")} of the rules about state must go first.{given}", reasons);
        if (notChecked.Count > 0)
            return new("not known", $"{string.Join(", ", notChecked)} could not be checked.{given}", reasons);
        return new("yes", (reasons.Count > 0 ? "Nothing fails; what is listed is worth a look." : "Nothing was found that belongs to one instance alone.") + given, reasons);
    }
}
