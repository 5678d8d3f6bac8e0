using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScaleFitness.Tests.Harness;

/// <summary>A call of <c>Probe.Hit</c> that was seen in compiled code.</summary>
/// <param name="Label">The constant argument.</param>
/// <param name="Owner">The source method as <c>Namespace.Type.Method</c>: metadata names without arity, and <c>Program.Main</c> for top-level statements.</param>
/// <param name="Line">The line of the sequence point that it belongs to.</param>
/// <param name="InLoop">Whether a loop of the author runs it, or a known method runs it per element.</param>
public sealed record Hit(string Label, string Owner, int Line, bool InLoop);

/// <summary>What one shape file expects: <c>// hit owner=Shapes.AsyncShapes.Plain loop=no: why</c>, or <c>// hit none: why</c>.</summary>
/// <param name="Hits">The calls that must be seen, each exactly once.</param>
/// <param name="Malformed">Comments that only look like markers, and calls without one.</param>
public sealed partial record ShapeMarkers(IReadOnlyList<Hit> Hits, IReadOnlyList<string> Malformed)
{
    /// <summary>Reads the calls and the markers of a file.</summary>
    public static ShapeMarkers Read(SourceText source)
    {
        var hits = new List<Hit>();
        var malformed = new List<string>();
        var calls = Calls(source).ToLookup(call => call.Line, call => call.Label);
        var marked = new HashSet<int>();
        foreach (var comment in Comment.In(source).Where(comment => LooksLikeMarker().IsMatch(comment.Text)))
        {
            var match = WellFormed().Match(comment.Text);
            marked.Add(comment.Line);
            if (!match.Success || !calls[comment.Line].Any())
                malformed.Add($"{source.Name}({comment.Line}): {(match.Success ? "no call on this line" : "looks like a marker and is none")}: {comment.Text}");
            else if (match.Groups["owner"].Success)
                hits.AddRange(calls[comment.Line].Select(label =>
                    new Hit(label, match.Groups["owner"].Value, comment.Line, match.Groups["loop"].Value == "yes")));
        }

        malformed.AddRange(calls.Where(line => !marked.Contains(line.Key)).Select(line => $"{source.Name}({line.Key}): a call without a marker"));
        return new ShapeMarkers(hits, malformed);
    }

    private static IEnumerable<(int Line, string Label)> Calls(SourceText source) =>
        from call in CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()
            .DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression.ToString() == "Probe.Hit"
        let label = (LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression
        select (call.GetLocation().GetLineSpan().StartLinePosition.Line + 1, label.Token.ValueText);

    [GeneratedRegex(@"^/[/*]+\s*hit|owner=|loop=", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeMarker();

    [GeneratedRegex(@"^// hit (?:owner=(?<owner>[\w.]+) loop=(?<loop>yes|no)(?:: \S.*)?|none: \S.*)$")]
    private static partial Regex WellFormed();
}
