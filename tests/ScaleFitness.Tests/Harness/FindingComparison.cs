using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Harness;

/// <summary>One difference between what is marked and what was found.</summary>
/// <param name="File">The source file's name, or the member where a finding has no location.</param>
/// <param name="Line">The line, or zero.</param>
/// <param name="What">What differs.</param>
public sealed record Difference(string File, int Line, string What);

/// <summary>Compares the findings of one build with the markers.</summary>
public static class FindingComparison
{
    /// <summary>Every difference, in source order; empty when the findings are exactly the marked ones.</summary>
    public static IReadOnlyList<Difference> Compare(IReadOnlyList<Marker> markers, IReadOnlyList<Finding> findings)
    {
        var differences = new List<Difference>();
        var open = findings.ToList();
        foreach (var marker in markers)
        {
            var here = open.Where(finding => Stands(finding, marker)).ToList();
            if (marker.Kind == MarkerKind.Limit)
            {
                differences.AddRange(here.Select(_ => At(marker, "found, and marked as a limit: make the marker a finding")));
                open.RemoveAll(here.Contains);
            }
            else if (here.Count == 0)
            {
                differences.Add(At(marker, "missed"));
            }
            else
            {
                // A second finding on the line stays open and is reported as unmarked: one cause, one finding.
                var match = here.FirstOrDefault(finding => marker.Contradicts(finding) is null) ?? here[0];
                open.Remove(match);
                if (marker.Contradicts(match) is { } contradiction) differences.Add(At(marker, contradiction));
            }
        }

        differences.AddRange(open.Select(Unmarked));
        return [.. differences.OrderBy(difference => difference.File, StringComparer.Ordinal).ThenBy(difference => difference.Line)];
    }

    private static bool Stands(Finding finding, Marker marker) =>
        finding.Rule.Id == marker.RuleId
        && finding.Where.Location is { } location
        && location.Line == marker.Line
        && FileName(location) == marker.File;

    private static Difference At(Marker marker, string what) => new(marker.File, marker.Line, what);

    private static Difference Unmarked(Finding finding)
    {
        var what = $"not marked: {finding.Rule.Id} {finding.Severity} @{finding.Confidence} in {finding.Where.Name}: {finding.Message}";
        return finding.Where.Location is { } location
            ? new Difference(FileName(location), location.Line, what)
            : new Difference(finding.Where.Member, 0, what + " (no location)");
    }

    private static string FileName(SourceLocation location) => location.File[(location.File.LastIndexOf('/') + 1)..];
}
