using ScaleFitness.Code.Calls;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Settings;
using ScaleFitness.Rules;

namespace ScaleFitness.Analysis;

/// <summary>SF0005: what the engine gave up on in the app's own code is a finding, never silence.</summary>
internal static class Gaps
{
    /// <summary>What was given up on in any reading of the app, each once.</summary>
    public static IReadOnlyList<(AppModel App, Gap Gap)> In(IReadOnlyList<AppModel> readings)
    {
        var all = readings.SelectMany(app => app.Code.NotAnalysed().Select(gap => (App: app, Gap: gap)));
        return readings.Count == 1 ? [.. all] : [.. all.DistinctBy(g => (g.Gap.Method, g.Gap.Reason))];
    }

    public static RuleOutcome Outcome(AppModel app, IReadOnlyList<(AppModel App, Gap Gap)> gaps)
    {
        var findings = gaps.Select(g => Unanalysed(g.App, g.Gap)).Concat(app.Settings.Files.Where(f => f is { IsForProduction: true, Problem: not null }).Select(Unread));
        return new(KitRules.PartNotAnalysed, app.Code.Folded.Methods.Count, FindingOrder.Apply(findings));
    }

    private static Finding Unanalysed(AppModel app, Gap gap) => new()
    {
        Rule = KitRules.PartNotAnalysed,
        Severity = Severity.Medium,
        Confidence = Confidence.High,
        Message = $"{gap.Function?.Owner.DisplayName ?? gap.Method} was not analysed, because {gap.Reason}.",
        Where = gap.Function is { } function ? Places.Of(app, function, null) : new("M:" + gap.Method, gap.Method, null),
    };

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
