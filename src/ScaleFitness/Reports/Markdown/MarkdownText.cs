using System.Text;

namespace ScaleFitness.Reports.Markdown;

/// <summary>Texts of others inside Markdown: whatever a snippet or a message holds, it is shown and never read as markup.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*{}[]<>#|~&!";

    /// <summary>On one line.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        var line = SourceLines.OneLine(text);
        for (var i = 0; i < line.Length; i++)
            (Special.Contains(line[i], StringComparison.Ordinal) || (line[i] == '_' && !IsInsideWord(line, i)) ? result.Append('\\') : result).Append(line[i]);
        return result.ToString();
    }

    private static bool IsInsideWord(string line, int at) =>
        at > 0 && at < line.Length - 1 && char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);

    /// <summary>Code inside a line, also in a table.</summary>
    public static string Inline(string text)
    {
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        // A table's cells end at a bar even inside code.
        return $"{fence}{pad}{SourceLines.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal)}{pad}{fence}";
    }

    /// <summary>Code in lines of its own.</summary>
    public static IEnumerable<string> Block(string text, string language = "csharp")
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return ["", fence + language, .. text.ReplaceLineEndings("\n").Split('\n'), fence, ""];
    }

    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";

    public static IEnumerable<string> Table(IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        return all.Count == 0 ? [] : ["", Row([.. headings]), "|" + string.Concat(headings.Select(_ => "---|")), .. all.Select(r => Row(r)), ""];
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
