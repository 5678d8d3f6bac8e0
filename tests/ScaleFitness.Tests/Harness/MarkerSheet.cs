using System.Text.RegularExpressions;
using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Harness;

/// <summary>The markers of a fixture and the comments that only look like markers.</summary>
/// <param name="Markers">What is expected.</param>
/// <param name="Malformed">Comments that were meant as markers and are not, each with file, line and reason.</param>
public sealed partial record MarkerSheet(IReadOnlyList<Marker> Markers, IReadOnlyList<string> Malformed)
{
    /// <summary>Reads the comments of all sources; every marker must speak of the rule.</summary>
    public static MarkerSheet Read(IEnumerable<SourceText> sources, string ruleId)
    {
        var markers = new List<Marker>();
        var malformed = new List<string>();
        foreach (var source in sources)
        {
            foreach (var comment in Comment.In(source).Where(comment => LooksLikeMarker().IsMatch(comment.Text)))
            {
                var match = WellFormed().Match(comment.Text);
                if (Problem(comment, match, ruleId) is { } problem)
                    malformed.Add($"{source.Name}({comment.Line}): {problem}: {comment.Text}");
                else
                    markers.Add(ToMarker(match, source.Name, comment.Line));
            }
        }

        return new MarkerSheet(markers, malformed);
    }

    private static string? Problem(Comment comment, Match match, string ruleId)
    {
        if (!match.Success) return "looks like a marker and is none";
        if (!comment.FollowsCode) return "a marker stands at the end of a line of code";
        if (match.Groups["rule"].Value != ruleId) return $"this fixture is about {ruleId}";
        return null;
    }

    private static Marker ToMarker(Match match, string file, int line) => new(
        match.Groups["limit"].Success ? MarkerKind.Limit : MarkerKind.Finding,
        match.Groups["rule"].Value,
        file,
        line,
        [.. match.Groups["severity"].Captures.Select(capture => Enum.Parse<Severity>(capture.Value, ignoreCase: true))],
        match.Groups["confidence"] is { Success: true, Value: var confidence }
            ? Enum.Parse<Confidence>(confidence, ignoreCase: true)
            : null);

    // Anything that names a rule or begins with one of our words: prose in a fixture has other words to choose from.
    [GeneratedRegex(@"\bSF\d+|^/[/*]+\s*(finding|limit)", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeMarker();

    [GeneratedRegex(
        @"^// (?:finding (?<rule>SF\d{4})(?: (?<severity>BLOCKER|HIGH|MEDIUM|LOW|INFO)(?:/(?<severity>BLOCKER|HIGH|MEDIUM|LOW|INFO))*)?"
        + @"(?: @(?<confidence>high|medium|low))?(?:: \S.*)?|(?<limit>limit) (?<rule>SF\d{4}): \S.*)$")]
    private static partial Regex WellFormed();
}
