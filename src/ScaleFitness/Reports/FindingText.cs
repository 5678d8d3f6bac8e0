using ScaleFitness.Findings;

namespace ScaleFitness.Reports;

/// <summary>One failing finding in full.</summary>
internal static class FindingText
{
    /// <summary>Nobody reads hundreds of places in a test's message; the report has them all.</summary>
    private const int PlaceLimit = 20;

    public static IEnumerable<string> Of(Finding finding, int number)
    {
        yield return $"[{number}] {finding.Rule.Id} {Words.Of(finding.Severity).ToUpperInvariant()}, confidence {Words.Of(finding.Confidence)}: {finding.Message}";
        if (finding.SeverityNote is { } why)
            yield return $"  severity  {why}";
        yield return $"  where     {SourceLines.Short(finding.Where)} {finding.Where.Name}".TrimEnd();
        if (finding.Where.Location?.Snippet is { Length: > 0 } snippet)
            yield return $"            {snippet}";
        foreach (var line in Places("  path, from the entry point:", finding.Path).Concat(Places("  see also:", finding.Related)))
            yield return line;
        if (finding.Projection is { } projection)
            foreach (var line in Of(projection))
                yield return line;
        if (finding.SpecificFix is { } fix)
            foreach (var line in Of(fix))
                yield return line;
        yield return SourceLines.Diagnostic(finding);
        yield return SourceLines.Frame(finding.Where);
    }

    public static IEnumerable<string> Of(Fix fix)
    {
        yield return $"  fix       {fix.Advice}";
        foreach (var line in Code("  before    ", fix.Before).Concat(Code("  after     ", fix.After)))
            yield return line;
    }

    private static IEnumerable<string> Of(Projection projection)
    {
        yield return $"  projection (an estimate, not a measurement) of {projection.Quantity}: 1x {projection.At1}; 10x {projection.At10}; 100x {projection.At100}";
        if (projection.BreaksAt is { } breaks)
            yield return $"            breaks {breaks.Text}{(projection.Exhausts is { } resource ? $" (what gives way: {Words.Of(resource)})" : "")}";
        if (projection.Assumptions.Count > 0)
            yield return $"            assuming {string.Join("; ", projection.Assumptions)}";
    }

    private static IEnumerable<string> Places(string heading, IReadOnlyList<Place> places)
    {
        if (places.Count == 0)
            yield break;
        yield return heading;
        foreach (var place in places.Take(PlaceLimit))
            yield return SourceLines.Frame(place) + (place.Note is null ? "" : $"  // {SourceLines.OneLine(place.Note)}");
        if (places.Count > PlaceLimit)
            yield return $"   and {places.Count - PlaceLimit} more places, listed in report.sarif";
    }

    private static IEnumerable<string> Code(string heading, string code) =>
        code.ReplaceLineEndings("\n").Split('\n').Select((line, i) => ((i == 0 ? heading : new string(' ', heading.Length)) + line).TrimEnd());
}
