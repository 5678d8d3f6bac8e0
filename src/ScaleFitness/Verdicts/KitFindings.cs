using ScaleFitness.Baselines;
using ScaleFitness.Findings;
using ScaleFitness.Json;
using static System.FormattableString;

namespace ScaleFitness.Verdicts;

/// <summary>What the kit finds in its own input: exceptions without reason (SF0001) or use (SF0002), and no scale (SF0006).</summary>
internal sealed class KitFindings(Circumstances circumstances)
{
    public RuleOutcome NoScale(ScaleContext context)
    {
        var file = circumstances.Configuration;
        var where = new Place("scalefitness.json", "scalefitness.json", file is null ? null : At(file, new(1, 1), null));
        var none = Find(
            KitRules.NoScaleDeclared,
            where,
            $"No context is declared: projections assume {context.Instances} instances, {context.Tenants} tenants and {ScaleContext.DefaultRows} rows a table.");
        return new(KitRules.NoScaleDeclared, 1, context.Declared.Count > 0 ? [] : [none]);
    }

    /// <summary>Exceptions with no reason, or past their date. They fail wherever the finding they accept would have failed.</summary>
    public RuleOutcome Unreasoned(Comparison comparison, Evidence evidence)
    {
        var accepted = comparison.Accepted.ToLookup(a => (a.Finding.Rule.Id, a.Finding.Fingerprint.At), a => a.Finding.Severity);
        var entries =
            from entry in comparison.Kept
            let wrong = WrongWith(entry)
            where wrong is not null
            select AtLeast(accepted[entry.Key], Find(KitRules.UnreasonedException, PlaceOf(entry), wrong, entry.Rule));
        var attributes =
            from suppression in evidence.Suppressions
            where string.IsNullOrWhiteSpace(suppression.Justification)
            let covered = comparison.Accepted.Where(a => a.InSource && SuppressionScope.Covers(suppression, a.Finding, evidence.OnlyAssembly))
            select AtLeast(
                covered.Select(a => a.Finding.Severity),
                Find(KitRules.UnreasonedException, suppression.Where, $"The attribute that accepts {suppression.Rule} on {suppression.Where.Name} has no Justification.", SuppressionScope.RuleOf(suppression)));
        return new(KitRules.UnreasonedException, comparison.Kept.Count + evidence.Suppressions.Count, [.. entries, .. attributes]);
    }

    /// <summary>Exceptions that no longer occur, where nothing may be written to tidy them away.</summary>
    public RuleOutcome Stale(Comparison comparison)
    {
        if (!circumstances.OnCi)
            return new(KitRules.StaleException, 0, [], "the verified file is tightened on a developer's machine");
        var entries = comparison.Stale.Select(e =>
            Find(KitRules.StaleException, PlaceOf(e), $"{e.Rule} at {e.At} no longer occurs.", e.Rule));
        var attributes = comparison.Unused.Select(s =>
            Find(KitRules.StaleException, s.Where, $"The attribute that accepts {s.Rule} on {s.Where.Name} accepts nothing.", SuppressionScope.RuleOf(s)));
        return new(KitRules.StaleException, comparison.Kept.Count + comparison.Stale.Count, [.. entries, .. attributes]);
    }

    private string? WrongWith(AcceptedException entry)
    {
        if (!entry.HasReason)
            return $"{entry.Rule} at {entry.At} is accepted without a reason.";
        return entry.IsPast(circumstances.Today)
            ? Invariant($"{entry.Rule} at {entry.At} was accepted until {entry.Until:yyyy-MM-dd} (UTC).")
            : null;
    }

    private Place PlaceOf(AcceptedException entry) =>
        new(entry.At, NameOf(entry.At), circumstances.Baseline is { } file ? At(file, entry.Line, BaselineText.Entry(entry)) : null);

    // People know the member without the letter that documentation ids begin with.
    private static string NameOf(string at) => at.Length > 2 && at[1] == ':' ? at[2..] : at;

    private static SourceLocation At(UserFile file, Position at, string? snippet) =>
        new(file.Name, at.Line, at.Column, at.Line, at.Column) { FullPath = file.FullPath, Snippet = snippet };

    private static Finding AtLeast(IEnumerable<Severity> severities, Finding finding) =>
        finding with { Severity = severities.Append(finding.Severity).Max() };

    private static Finding Find(RuleInfo rule, Place where, string message, string? subject = null) =>
        new() { Rule = rule, Severity = rule.DefaultSeverity, Confidence = Confidence.High, Message = message, Where = where, Subject = subject };
}
