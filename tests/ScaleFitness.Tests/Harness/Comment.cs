using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScaleFitness.Tests.Harness;

/// <summary>A comment of a source file, as the compiler sees it: never a string that holds two slashes.</summary>
/// <param name="Text">The comment with its slashes.</param>
/// <param name="Line">The line it begins on, counted from one.</param>
/// <param name="FollowsCode">Whether code stands before it on its line.</param>
internal sealed record Comment(string Text, int Line, bool FollowsCode)
{
    public static IEnumerable<Comment> In(SourceText source)
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
