using ScaleFitness.Code.Calls;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Settings;
using ScaleFitness.Rules;

namespace ScaleFitness.Analysis;

/// <summary>SF0005: what the engine gave up on in the app's own code is a finding, never silence.</summary>
internal static class Gaps
{
    public static RuleOutcome Outcome(AppModel app, IReadOnlyList<Gap> gaps)
    {
        var findings = gaps.Select(gap => new Finding
        {
            Rule = KitRules.PartNotAnalysed,
            Severity = Severity.Medium,
            Confidence = Confidence.High,
            Message = $"{gap.Function?.Owner.DisplayName ?? gap.Method} was not analysed, because {gap.Reason}.",
            Where = gap.Function is { } function ? Places.Of(app, function, null) : new("M:" + gap.Method, gap.Method, null),
        }).Concat(app.Settings.Files.Where(f => f is { IsForProduction: true, Problem: not null }).Select(Unread));
        return new(KitRules.PartNotAnalysed, app.Code.Folded.Methods.Count, FindingOrder.Apply(findings));
    }

    /// <summary>Settings that the host cannot read either, or that are too much to look at.</summary>
    private static Finding Unread(SettingsFile file) => new()
    {
        Rule = KitRules.PartNotAnalysed,
        Severity = Severity.Medium,
        Confidence = Confidence.High,
        Message = $"{file.Path} was not analysed, because {file.Problem}.",
        Where = new("S:" + file.Name, file.Path, null) { Assembly = file.Assembly },
    };
}
