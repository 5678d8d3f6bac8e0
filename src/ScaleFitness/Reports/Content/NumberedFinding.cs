using ScaleFitness.Findings;
using static System.FormattableString;

namespace ScaleFitness.Reports.Content;

/// <summary>A finding under the number that the report knows it by.</summary>
/// <param name="Number">One for the worst.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Fails">Whether it fails its rule's test.</param>
internal sealed record NumberedFinding(int Number, Finding Finding, bool Fails)
{
    /// <summary>Such as <c>SC-1</c>.</summary>
    public string Id => Invariant($"SC-{Number}");

    /// <summary>The area of its rule: <c>SF2</c>.</summary>
    public string Area => AreaOf(Finding.Rule);

    /// <summary>Whether it is about the app, and not about the kit's own input.</summary>
    public bool IsAboutTheApp => Area != "SF0";

    /// <summary>The factor of its breaking point; infinite where nothing breaks in view.</summary>
    public double Breaks => Finding.Projection?.BreaksAt?.Factor ?? double.PositiveInfinity;

    public static string AreaOf(RuleInfo rule) => rule.Id.Length >= 3 ? rule.Id[..3] : rule.Id;

    /// <summary>All findings that are not accepted: the gravest first, then those that break first, then the surest.</summary>
    public static IReadOnlyList<NumberedFinding> Of(IReadOnlyList<Verdicts.RuleVerdict> verdicts) =>
        verdicts.SelectMany(v => v.Failing.Select(f => (Finding: f, Fails: true)).Concat(v.Reported.Select(f => (Finding: f, Fails: false))))
            .OrderByDescending(f => f.Finding.Severity)
            .ThenBy(f => f.Finding.Projection?.BreaksAt?.Factor ?? double.PositiveInfinity)
            .ThenByDescending(f => f.Finding.Confidence)
            .ThenBy(f => f.Finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Finding.Where.Location?.File ?? "", StringComparer.Ordinal)
            .ThenBy(f => f.Finding.Where.Location?.Line ?? 0)
            .ThenBy(f => f.Finding.Where.Location?.Column ?? 0)
            .ThenBy(f => f.Finding.Fingerprint.At, StringComparer.Ordinal)
            .Select((f, i) => new NumberedFinding(i + 1, f.Finding, f.Fails))
            .ToList();
}
