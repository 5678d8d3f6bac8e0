using ScaleFitness.Findings;
using static System.FormattableString;

namespace ScaleFitness.Reports;

/// <summary>The two forms of a source position that IDEs, CI parsers and people already know how to follow.</summary>
internal static class SourceLines
{
    /// <summary><c>   at Shop.Orders.List() in /src/Orders.cs:line 42</c>: a line of a stack trace.</summary>
    public static string Frame(Place place) =>
        place.Location is { } at
            ? Invariant($"   at {WithParentheses(place)} in {PathOf(at)}:line {at.Line}")
            : $"   at {WithParentheses(place)}";

    /// <summary><c>/src/Orders.cs(42,9): error SF2001: text</c>: a line of a compiler.</summary>
    public static string Diagnostic(Finding finding)
    {
        var origin = finding.Where.Location is { } at ? Invariant($"{PathOf(at)}({at.Line},{at.Column})") : finding.Where.Name;
        return $"{origin}: error {finding.Rule.Id}: {OneLine(finding.Message)}";
    }

    /// <summary><c>src/Orders.cs:42</c>, or nothing where there is no debug information.</summary>
    public static string Short(Place place) => place.Location is { } at ? Invariant($"{at.File}:{at.Line}") : "";

    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    // The full path, where there is one: a test explorer looks for the file from wherever it runs.
    private static string PathOf(SourceLocation at) => at.FullPath ?? at.File;

    // Stack trace parsers know a frame by its parentheses; a file or a type has none.
    private static string WithParentheses(Place place) =>
        place.Name.Contains('(', StringComparison.Ordinal) || !place.Member.StartsWith("M:", StringComparison.Ordinal)
            ? place.Name
            : place.Name + "()";
}
