using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScaleFitness.Tests.Harness;

/// <summary>A comment of a source file, as the compiler sees it: never a string that holds two slashes.</summary>
/// <param name="Text">The comment with its slashes.</param>
/// <param name="Line">The line it begins on, counted from one.</param>
/// <param name="FollowsCode">Whether code stands before it on its line.</param>
internal sealed record Comment(string Text, int Line, bool FollowsCode)
{
    public static IEnumerable<Comment> In(SourceText source) =>
        source.Name.EndsWith(".cs", StringComparison.Ordinal) ? InCode(source) : InText(source);

    /// <summary>Settings and deployment files: after the last two slashes, or the last hash, of a line.</summary>
    private static IEnumerable<Comment> InText(SourceText source)
    {
        var lines = source.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var start = Math.Max(line.LastIndexOf("// ", StringComparison.Ordinal), line.LastIndexOf("# ", StringComparison.Ordinal));
            if (start >= 0)
                yield return new Comment("// " + line[(start + 2)..].Trim(), i + 1, line[..start].Trim().Length > 0);
        }
    }

    private static IEnumerable<Comment> InCode(SourceText source)
    {
        var tree = CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Preview));
        foreach (var trivia in tree.GetRoot().DescendantTrivia(descendIntoTrivia: true))
        {
            if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) continue;
            var start = trivia.GetLocation().GetLineSpan().StartLinePosition;
            var before = tree.GetText().Lines[start.Line].ToString()[..start.Character];
            yield return new Comment(trivia.ToString().TrimEnd(), start.Line + 1, before.Trim().Length > 0);
        }
    }
}
