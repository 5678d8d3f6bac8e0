using Microsoft.Extensions.FileSystemGlobbing;
using ScaleFitness.Findings;

namespace ScaleFitness.Verdicts;

/// <summary>Tells findings in files that the configuration leaves out.</summary>
internal sealed class PathFilter
{
    // Case aside, so that a machine with another file system reports the same.
    private readonly Matcher _matcher = new(StringComparison.OrdinalIgnoreCase);

    public PathFilter(IReadOnlyList<string> globs) => _matcher.AddIncludePatterns(globs);

    public bool Excludes(Finding finding) =>
        finding.Rule.Id != KitRules.NothingToAnalyse.Id
        && finding.Where.Location is { } location
        && _matcher.Match(location.File).HasMatches;
}
