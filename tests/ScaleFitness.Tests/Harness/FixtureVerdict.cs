using System.Text;
using ScaleFitness.Analysis;
using ScaleFitness.Baselines;
using ScaleFitness.Rules;

namespace ScaleFitness.Tests.Harness;

/// <summary>Judges a rule by a fixture in every build, and says all that differs in one message.</summary>
public static class FixtureVerdict
{
    /// <summary>Null when the rule finds exactly what is marked in every build; else the message.</summary>
    public static string? Of(FixtureApp app, Rule rule)
    {
        var sheet = app.Markers();
        if (sheet.Malformed.Count > 0) return "Malformed markers:\n" + string.Join('\n', sheet.Malformed);

        var differences = app.Builds
            .SelectMany(build => Differences(app, rule, sheet, build).Select(difference => (Difference: difference, Build: build.Name)))
            .GroupBy(entry => entry.Difference, entry => entry.Build)
            .OrderBy(group => group.Key.File, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Line)
            .ToList();
        return differences.Count == 0 ? null : Describe(app, differences);
    }

    private static IReadOnlyList<Difference> Differences(FixtureApp app, Rule rule, MarkerSheet sheet, FixtureBuild build)
    {
        var compiled = FixtureCompiler.Compile(app, build);
        if (compiled.Errors.Count > 0) return [.. compiled.Errors.Select(error => new Difference(app.Name, 0, error))];
        var request = new AnalysisRequest([compiled.AssemblyPath], [rule], app.Scale(), compiled.SourceFolder);
        var host = app.IsComposed ? ComposedFixture.Compose(compiled) : null;
        if (host?.Failure is { } failure) return [new Difference(app.Name, 0, "not composed: " + failure.What)];
        var result = AppAnalysis.Run(host is null ? request : request with { Host = Task.FromResult(host) });
        var findings = result.Outcomes.Where(outcome => outcome.Rule.Id == app.RuleId).SelectMany(outcome => outcome.Findings)
            .Where(finding => !result.Suppressions.Any(s => s.Justification.Length > 0 && SuppressionScope.Covers(s, finding, null))).ToList();
        return
        [
            .. FindingComparison.Compare(sheet.Markers, findings),
            .. result.NotAnalysed.Select(method => new Difference(method.Method, 0, "not analysed: " + method.Reason)),
            .. result.Unresolved.Select(reference => new Difference(reference, 0, "reference not resolved")),
        ];
    }

    private static string Describe(FixtureApp app, IReadOnlyList<IGrouping<Difference, string>> differences)
    {
        var text = new StringBuilder().Append(app.Name).Append(": ").Append(differences.Count).AppendLine(differences.Count == 1 ? " difference" : " differences");
        foreach (var group in differences)
        {
            var builds = group.Count() == app.Builds.Count ? "every build" : string.Join(" + ", group);
            text.Append(group.Key.File).Append('(').Append(group.Key.Line).Append("): ").Append(builds).Append(": ").AppendLine(group.Key.What);
            var source = app.Sources.Concat(app.Files.Select(file => file.Text)).FirstOrDefault(source => source.Name == group.Key.File)?.Line(group.Key.Line);
            if (!string.IsNullOrEmpty(source)) text.Append("    ").AppendLine(source);
        }

        return text.ToString();
    }
}
